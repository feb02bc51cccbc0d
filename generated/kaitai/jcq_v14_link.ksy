# Generated from spec/v14/basedata.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_link
  title: "Link of an option and a component"
  encoding: ISO-8859-1
doc: "One component of one option."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Links, always L."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: option_entry_code, size: 6, type: str, doc: "Columns 3-8. The option that the component belongs to."}
  - {id: component_code, size: 12, type: str, doc: "Columns 9-20. The component that the option is made of."}
  - {id: filler, size: 6, type: str, doc: "Columns 21-26. Not used."}
  - {id: padding, size-eos: true, type: str}
