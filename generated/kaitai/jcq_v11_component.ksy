# Generated from spec/v11/ by `make generate`; edit that, not this.
meta:
  id: jcq_v11_component
  title: "Component definition"
  encoding: ISO-8859-1
doc: "One paper or other component of options."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Components, always C."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: component_code, size: 12, type: str, doc: "Columns 3-14. The code of the component."}
  - {id: component_title, size: 36, type: str, doc: "Columns 15-50. What the component is called."}
  - {id: teacher_marks, size: 1, type: str, doc: "Column 51. What the centre sends for the component."}
  - {id: maximum_mark, size: 3, type: str, doc: "Columns 52-54. The highest mark that the centre can give; none unless the centre sends marks."}
  - {id: component_gradeset, size: 1, type: str, doc: "Column 55. The grades that the centre can give."}
  - {id: due_date, size: 6, type: str, doc: "Columns 56-61. The day by which marks or grades are due."}
  - {id: timetabled, size: 1, type: str, doc: "Column 62. Whether the component is sat at a set time."}
  - {id: timetable_date, size: 6, type: str, doc: "Columns 63-68. The day on which the component is sat; none unless it is timetabled."}
  - {id: session, size: 1, type: str, doc: "Column 69. Whether the component is sat in the morning or the afternoon."}
  - {id: time_allowed, size: 3, type: str, doc: "Columns 70-72. The minutes allowed."}
  - {id: padding, size-eos: true, type: str}
