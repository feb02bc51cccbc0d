# Generated from spec/v14/results.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_result
  title: "Result"
  encoding: ISO-8859-1
doc: "What one candidate was awarded in one option."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. Results, always R."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Data, always 5."}
  - {id: centre_number, size: 5, type: str, doc: "Columns 3-7. The centre's number."}
  - {id: candidate_number, size: 4, type: str, doc: "Columns 8-11. The candidate's number within the centre, 0001 to 9999."}
  - {id: uci, size: 13, type: str, doc: "Columns 12-24. The candidate's unique candidate identifier."}
  - {id: uln, size: 10, type: str, doc: "Columns 25-34. The candidate's unique learner number."}
  - {id: option_entry_code, size: 6, type: str, doc: "Columns 35-40. The option that the candidate was entered for; where it is blank the result stands against the next."}
  - {id: option_result_code, size: 6, type: str, doc: "Columns 41-46. The option that the result is for; another one where it came back against another option."}
  - {id: result_type, size: 1, type: str, doc: "Column 47. What the result consists of; it decides how the outcome reads."}
  - id: outcome
    size: 14
    type:
      switch-on: result_type
      cases:
        '"1"': grades_outcome
        '"2"': grades_outcome
        '"3"': grades_outcome
        '"U"': mark_outcome
        '"M"': mark_outcome
        '"B"': mark_and_grade_outcome
        '"C"': mark_and_grade_outcome
    doc: "Columns 48-61. What was awarded."
  - {id: padding, size-eos: true, type: str}
types:
  grades_outcome:
    seq:
      - {id: first_grade, size: 2, type: str, doc: "Columns 48-49. The grade."}
      - {id: second_grade, size: 2, type: str, doc: "Columns 50-51. The second grade, of an option that has two."}
      - {id: first_endorsement, size: 2, type: str, doc: "Columns 52-53. The endorsement to the first grade."}
      - {id: second_endorsement, size: 2, type: str, doc: "Columns 54-55. The endorsement to the second grade."}
      - {id: first_grade_partial_absence, size: 1, type: str, doc: "Column 56. Whether work is missing for some components of the first grade."}
      - {id: second_grade_partial_absence, size: 1, type: str, doc: "Column 57. Whether work is missing for some components of the second grade."}
      - {id: first_endorsement_partial_absence, size: 1, type: str, doc: "Column 58. Whether work is missing for some components of the first endorsement."}
      - {id: second_endorsement_partial_absence, size: 1, type: str, doc: "Column 59. Whether work is missing for some components of the second endorsement."}
      - {id: filler, size: 2, type: str, doc: "Columns 60-61. Not used."}
  mark_outcome:
    seq:
      - {id: score, size: 3, type: str, doc: "Columns 48-50. The uniform mark, or the mark."}
      - {id: grade, size: 2, type: str, doc: "Columns 51-52. The grade."}
      - {id: filler, size: 9, type: str, doc: "Columns 53-61. Not used."}
  mark_and_grade_outcome:
    seq:
      - {id: score, size: 4, type: str, doc: "Columns 48-51. The mark."}
      - {id: grade, size: 2, type: str, doc: "Columns 52-53. The grade."}
      - {id: columns_54_to_57, size: 4, type: str, doc: "Columns 54-57. Not established; blanks are expected."}
      - {id: first_grade_partial_absence, size: 1, type: str, doc: "Column 58. Whether work is missing for some components of the grade."}
      - {id: columns_59_to_61, size: 3, type: str, doc: "Columns 59-61. Not established; blanks are expected."}
