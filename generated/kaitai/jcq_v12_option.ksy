# Generated from spec/v12/ by `make generate`; edit that, not this.
meta:
  id: jcq_v12_option
  title: "Option definition"
  encoding: ISO-8859-1
doc: "One option that candidates can be entered for, a certification, a unit or both."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Options, always O."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: option_entry_code, size: 6, type: str, doc: "Columns 3-8. The code that candidates are entered with."}
  - {id: syllabus_code, size: 6, type: str, doc: "Columns 9-14. The syllabus that the option belongs to."}
  - {id: certification_qualification, size: 4, type: str, doc: "Columns 15-18. The qualification that is certificated; blank for a unit."}
  - {id: certification_level, size: 3, type: str, doc: "Columns 19-21. The level at which the option is certificated; blank for a unit."}
  - {id: item, size: 1, type: str, doc: "Column 22. Whether the option is a certification, a unit or both."}
  - {id: unit_qualification, size: 4, type: str, doc: "Columns 23-26. The qualification that a unit belongs to; blank for a certification."}
  - {id: unit_level, size: 3, type: str, doc: "Columns 27-29. The level of a unit; blank for a certification."}
  - {id: process, size: 1, type: str, doc: "Column 30. Whether candidates are entered or registered."}
  - {id: classification_code, size: 4, type: str, doc: "Columns 31-34. The QCA classification (discount) code."}
  - {id: accreditation_number, size: 8, type: str, doc: "Columns 35-42. The QCA accreditation number."}
  - {id: option_title, size: 36, type: str, doc: "Columns 43-78. What the option is called."}
  - {id: fee_defined, size: 1, type: str, doc: "Column 79. Whether a fee is given."}
  - {id: fee, size: 5, type: str, doc: "Columns 80-84. The fee in pence; none where it is not defined."}
  - {id: first_forecast_gradeset, size: 4, type: str, doc: "Columns 85-88. The grades that can be forecast."}
  - {id: second_forecast_gradeset, size: 4, type: str, doc: "Columns 89-92. The second grades that can be forecast."}
  - {id: result_type, size: 1, type: str, doc: "Column 93. What a result consists of."}
  - {id: first_grade_gradeset, size: 4, type: str, doc: "Columns 94-97. The grades that can be awarded."}
  - {id: second_grade_gradeset, size: 4, type: str, doc: "Columns 98-101. The second grades that can be awarded."}
  - {id: first_endorsement_gradeset, size: 4, type: str, doc: "Columns 102-105. The grades of the first endorsement."}
  - {id: second_endorsement_gradeset, size: 4, type: str, doc: "Columns 106-109. The grades of the second endorsement."}
  - {id: maximum_mark, size: 3, type: str, doc: "Columns 110-112. The highest uniform mark, or mark; none where there is none."}
  - {id: component_count, size: 2, type: str, doc: "Columns 113-114. How many components the option links to."}
  - {id: padding, size-eos: true, type: str}
