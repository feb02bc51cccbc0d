# Generated from spec/v11/ by `make generate`; edit that, not this.
meta:
  id: jcq_v11_option
  title: "Option definition"
  encoding: ISO-8859-1
doc: "One option that candidates can be entered for, a certification, a unit or both."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Options, always O."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: option_entry_code, size: 6, type: str, doc: "Columns 3-8. The code that candidates are entered with."}
  - {id: syllabus_code, size: 6, type: str, doc: "Columns 9-14. The syllabus that the option belongs to."}
  - {id: certification_qualification, size: 4, type: str, doc: "Columns 15-18. The qualification that is certificated, or that a unit belongs to."}
  - {id: certification_level, size: 3, type: str, doc: "Columns 19-21. The level at which the option is certificated, or that of a unit."}
  - {id: item, size: 1, type: str, doc: "Column 22. Whether the option is a certification, a unit or both."}
  - {id: process, size: 1, type: str, doc: "Column 23. Whether candidates are entered or registered."}
  - {id: classification_code, size: 4, type: str, doc: "Columns 24-27. The QCA classification (discount) code."}
  - {id: accreditation_number, size: 8, type: str, doc: "Columns 28-35. The QCA accreditation number."}
  - {id: option_title, size: 36, type: str, doc: "Columns 36-71. What the option is called."}
  - {id: fee_defined, size: 1, type: str, doc: "Column 72. Whether a fee is given."}
  - {id: fee, size: 5, type: str, doc: "Columns 73-77. The fee in pence; none where it is not defined."}
  - {id: first_forecast_gradeset, size: 1, type: str, doc: "Column 78. The grades that can be forecast."}
  - {id: second_forecast_gradeset, size: 1, type: str, doc: "Column 79. The second grades that can be forecast."}
  - {id: result_type, size: 1, type: str, doc: "Column 80. What a result consists of."}
  - {id: first_grade_gradeset, size: 1, type: str, doc: "Column 81. The grades that can be awarded."}
  - {id: second_grade_gradeset, size: 1, type: str, doc: "Column 82. The second grades that can be awarded."}
  - {id: first_endorsement_gradeset, size: 1, type: str, doc: "Column 83. The grades of the first endorsement."}
  - {id: second_endorsement_gradeset, size: 1, type: str, doc: "Column 84. The grades of the second endorsement."}
  - {id: maximum_mark, size: 3, type: str, doc: "Columns 85-87. The highest uniform mark, or mark; none where there is none."}
  - {id: component_count, size: 2, type: str, doc: "Columns 88-89. How many components the option links to."}
  - {id: padding, size-eos: true, type: str}
