# Generated from spec/v12/ by `make generate`; edit that, not this.
meta:
  id: jcq_v12_file
  title: "A file of version 12"
  encoding: ISO-8859-1
  imports:
    - jcq_v14_syllabus
    - jcq_v12_option
    - jcq_v14_link
    - jcq_v14_component
    - jcq_v14_disallowed_combination
    - jcq_v13_file_header
    - jcq_v13_centre_header
    - jcq_v13_centre_trailer
    - jcq_v13_file_trailer
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
            '"O5"': jcq_v12_option
            '"L5"': jcq_v14_link
            '"C5"': jcq_v14_component
            '"D5"': jcq_v14_disallowed_combination
            '"C1"': jcq_v13_file_header
            '"D1"': jcq_v13_file_header
            '"L1"': jcq_v13_file_header
            '"O1"': jcq_v13_file_header
            '"S1"': jcq_v13_file_header
            '"C3"': jcq_v13_centre_header
            '"D3"': jcq_v13_centre_header
            '"L3"': jcq_v13_centre_header
            '"O3"': jcq_v13_centre_header
            '"S3"': jcq_v13_centre_header
            '"C7"': jcq_v13_centre_trailer
            '"D7"': jcq_v13_centre_trailer
            '"L7"': jcq_v13_centre_trailer
            '"O7"': jcq_v13_centre_trailer
            '"S7"': jcq_v13_centre_trailer
            '"C9"': jcq_v13_file_trailer
            '"D9"': jcq_v13_file_trailer
            '"L9"': jcq_v13_file_trailer
            '"O9"': jcq_v13_file_trailer
            '"S9"': jcq_v13_file_trailer
      - {id: line_feed, contents: [10]}
    instances:
      key: {pos: _io.pos, size: 2, type: str}
