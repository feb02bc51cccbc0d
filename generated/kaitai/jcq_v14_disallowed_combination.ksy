# Generated from spec/v14/basedata.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_disallowed_combination
  title: "Disallowed combination"
  encoding: ISO-8859-1
doc: "Options or syllabuses that one candidate may not hold together."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Disallowed combinations, always D."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: first_code, size: 6, type: str, doc: "Columns 3-8. An option or a syllabus, or the beginning of several."}
  - {id: second_code, size: 6, type: str, doc: "Columns 9-14. What cannot be held together with the first."}
  - {id: third_code, size: 6, type: str, doc: "Columns 15-20. What cannot be held together with the first and the second."}
  - {id: filler, size: 6, type: str, doc: "Columns 21-26. Not used."}
  - {id: padding, size-eos: true, type: str}
