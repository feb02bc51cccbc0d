# Generated from spec/v14/basedata.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_syllabus
  title: "Syllabus definition"
  encoding: ISO-8859-1
doc: "One syllabus of the awarding body."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Syllabuses, always S."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: syllabus_code, size: 6, type: str, doc: "Columns 3-8. The code of the syllabus."}
  - {id: filler, size: 1, type: str, doc: "Column 9. Not used: always one blank."}
  - {id: syllabus_title, size: 36, type: str, doc: "Columns 10-45. What the syllabus is called."}
  - {id: padding, size-eos: true, type: str}
