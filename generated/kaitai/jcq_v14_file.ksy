# Generated from spec/v14/format.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_file
  title: "A file of version 14"
  encoding: ISO-8859-1
  imports:
    - jcq_v14_syllabus
    - jcq_v14_option
    - jcq_v14_link
    - jcq_v14_component
    - jcq_v14_disallowed_combination
    - jcq_v14_entry
    - jcq_v14_amendment
    - jcq_v14_file_header
    - jcq_v14_centre_header
    - jcq_v14_centre_trailer
    - jcq_v14_file_trailer
    - jcq_v14_forecast
    - jcq_v14_result
seq:
  - {id: lines, type: line, repeat: eos}
types:
  line:
    seq:
      - id: record
        terminator: 13
        type:
          switch-on: key
          cases:
            '"S5"': jcq_v14_syllabus
            '"O5"': jcq_v14_option
            '"L5"': jcq_v14_link
            '"C5"': jcq_v14_component
            '"D5"': jcq_v14_disallowed_combination
            '"E5"': jcq_v14_entry
            '"A5"': jcq_v14_amendment
            '"A1"': jcq_v14_file_header
            '"C1"': jcq_v14_file_header
            '"D1"': jcq_v14_file_header
            '"E1"': jcq_v14_file_header
            '"F1"': jcq_v14_file_header
            '"L1"': jcq_v14_file_header
            '"O1"': jcq_v14_file_header
            '"R1"': jcq_v14_file_header
            '"S1"': jcq_v14_file_header
            '"A3"': jcq_v14_centre_header
            '"C3"': jcq_v14_centre_header
            '"D3"': jcq_v14_centre_header
            '"E3"': jcq_v14_centre_header
            '"F3"': jcq_v14_centre_header
            '"L3"': jcq_v14_centre_header
            '"O3"': jcq_v14_centre_header
            '"R3"': jcq_v14_centre_header
            '"S3"': jcq_v14_centre_header
            '"A7"': jcq_v14_centre_trailer
            '"C7"': jcq_v14_centre_trailer
            '"D7"': jcq_v14_centre_trailer
            '"E7"': jcq_v14_centre_trailer
            '"F7"': jcq_v14_centre_trailer
            '"L7"': jcq_v14_centre_trailer
            '"O7"': jcq_v14_centre_trailer
            '"R7"': jcq_v14_centre_trailer
            '"S7"': jcq_v14_centre_trailer
            '"A9"': jcq_v14_file_trailer
            '"C9"': jcq_v14_file_trailer
            '"D9"': jcq_v14_file_trailer
            '"E9"': jcq_v14_file_trailer
            '"F9"': jcq_v14_file_trailer
            '"L9"': jcq_v14_file_trailer
            '"O9"': jcq_v14_file_trailer
            '"R9"': jcq_v14_file_trailer
            '"S9"': jcq_v14_file_trailer
            '"F5"': jcq_v14_forecast
            '"R5"': jcq_v14_result
      - {id: line_feed, contents: [10]}
    instances:
      key: {pos: _io.pos, size: 2, type: str}
