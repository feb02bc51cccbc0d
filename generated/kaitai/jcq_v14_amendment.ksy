# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_amendment
  title: "Amended entries of a candidate"
  encoding: ISO-8859-1
doc: "One candidate and up to twelve options that the candidate is now entered for, in place of all before."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Amendments, always A."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: candidate_status, size: 1, type: str, doc: "Column 3. Whether the candidate is the centre's own or a private candidate."}
  - {id: centre_number, size: 5, type: str, doc: "Columns 4-8. The centre's number."}
  - {id: candidate_number, size: 4, type: str, doc: "Columns 9-12. The candidate's number within the centre, 0001 to 9999."}
  - {id: candidate_name, size: 40, type: str, doc: "Columns 13-52. The candidate's name, SURNAME:FORENAMES, with one colon; without forenames the colon ends it."}
  - {id: sex, size: 1, type: str, doc: "Column 53. The candidate's sex."}
  - {id: date_of_birth, size: 6, type: str, doc: "Columns 54-59. The candidate's date of birth; none where it is not known."}
  - {id: uci, size: 13, type: str, doc: "Columns 60-72. The candidate's unique candidate identifier."}
  - {id: upn, size: 13, type: str, doc: "Columns 73-85. The candidate's unique pupil number."}
  - {id: uln, size: 10, type: str, doc: "Columns 86-95. The candidate's unique learner number."}
  - {id: previous_qualifier_flag, size: 1, type: str, doc: "Column 96. Set when marks are carried forward from an earlier series; blank in every file seen."}
  - {id: optional_centre_number, size: 5, type: str, doc: "Columns 97-101. An optional centre number, blank in every file seen; its use is not established."}
  - {id: optional_candidate_number, size: 4, type: str, doc: "Columns 102-105. An optional candidate number, blank in every file seen; its use is not established."}
  - {id: documentation_group, size: 3, type: str, doc: "Columns 106-108. The documentation group, blank in every file seen; its use is not established."}
  - {id: entries, type: entry_item, repeat: expr, repeat-expr: 12, doc: "Columns 109-192. Up to twelve options; the first blank one ends them."}
  - {id: padding, size-eos: true, type: str}
types:
  entry_item:
    seq:
      - {id: option_entry_code, size: 6, type: str, doc: "Columns 109-114. The option that the candidate is entered for."}
      - {id: entry_flag, size: 1, type: str, doc: "Column 115. A flag of the entry, blank in every file seen; its codes are not established."}
