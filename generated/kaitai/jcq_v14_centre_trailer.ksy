# Generated from spec/v14/envelope.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_centre_trailer
  title: "Centre trailer"
  encoding: ISO-8859-1
doc: "The end of one centre's records, with their number and the date."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. What the file holds."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. Centre trailer, always 7."}
  - id: address
    size: 5
    type:
      switch-on: data_type
      cases:
        '"C"': broadcast_address
        '"D"': broadcast_address
        '"L"': broadcast_address
        '"O"': broadcast_address
        '"S"': broadcast_address
        '"A"': centre_address
        '"E"': centre_address
        '"F"': centre_address
        '"R"': centre_address
    doc: "Columns 3-7. The season of a broadcast file, or the centre that a file comes from or goes to."
  - {id: record_count, size: 7, type: str, doc: "Columns 8-14. How many records the block has, the centre header and this trailer included."}
  - {id: date_produced, size: 6, type: str, doc: "Columns 15-20. The day on which the file was made."}
  - {id: padding, size-eos: true, type: str}
types:
  broadcast_address:
    seq:
      - {id: series, size: 2, type: str, doc: "Columns 3-4. The series; its first character is the month, its second the awarding body's own."}
      - {id: year, size: 2, type: str, doc: "Columns 5-6. The last two digits of the year."}
      - {id: language, size: 1, type: str, doc: "Column 7. The language of the file."}
  centre_address:
    seq:
      - {id: centre_number, size: 5, type: str, doc: "Columns 3-7. The centre's number."}
