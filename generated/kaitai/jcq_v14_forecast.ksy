# Generated from spec/v14/forecasts.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_forecast
  title: "Forecast grade"
  encoding: ISO-8859-1
doc: "The grade that a centre expects a candidate to achieve in one option."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Forecast grades, always F."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: centre_number, size: 5, type: str, doc: "Columns 3-7. The centre's number."}
  - {id: candidate_number, size: 4, type: str, doc: "Columns 8-11. The candidate's number within the centre, 0001 to 9999."}
  - {id: option_entry_code, size: 6, type: str, doc: "Columns 12-17. The option that the grade is forecast for."}
  - {id: first_grade, size: 2, type: str, doc: "Columns 18-19. The grade expected."}
  - {id: second_grade, size: 2, type: str, doc: "Columns 20-21. The second grade expected, of an option that has two."}
  - {id: filler, size: 5, type: str, doc: "Columns 22-26. Not used."}
  - {id: padding, size-eos: true, type: str}
