# Generated from spec/v13/ by `make generate`; edit that, not this.
meta:
  id: jcq_v13_centre_header
  title: "Centre header"
  encoding: ISO-8859-1
doc: "The start of one centre's records; a broadcast file has one such block."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. What the file holds."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Centre header, always 3."}
  - id: address
    size: 5
    type:
      switch-on: data_type
      cases:
        '"C"': broadcast_address
        '"D"': broadcast_address
        '"L"': broadcast_address
        '"O"': broadcast_address
        '"S"': broadcast_address
    doc: "Columns 3-7. The season of a broadcast file, or the centre that a file comes from or goes to."
  - {id: awarding_body, size: 2, type: str, doc: "Columns 8-9. The awarding body that the file comes from or goes to."}
  - {id: series, size: 2, type: str, doc: "Columns 10-11. The series; its first character is the month, its second the awarding body's own."}
  - {id: year, size: 2, type: str, doc: "Columns 12-13. The last two digits of the year of the series."}
  - {id: sequence_number, size: 3, type: str, doc: "Columns 14-16. The number of the file among those of its kind for the awarding body and series; it rises by one."}
  - {id: centre_postcode, size: 8, type: str, doc: "Columns 17-24. The postcode of the centre; blank in basedata."}
  - {id: padding, size-eos: true, type: str}
types:
  broadcast_address:
    seq:
      - {id: series, size: 2, type: str, doc: "Columns 3-4. The series; its first character is the month, its second the awarding body's own."}
      - {id: year, size: 2, type: str, doc: "Columns 5-6. The last two digits of the year."}
      - {id: language, size: 1, type: str, doc: "Column 7. The language of the file."}
