# Generated from spec/v14/envelope.yaml by `make generate`; edit that, not this.
meta:
  id: jcq_v14_file_header
  title: "File header"
  encoding: ISO-8859-1
doc: "Who made the file, for which series, and in which version of the formats."
seq:
  - {id: data_type, size: 1, type: str, doc: "Column 1. What the file holds."}
  - {id: record_type, size: 1, type: str, doc: "Column 2. File header, always 1."}
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
  - {id: awarding_body, size: 2, type: str, doc: "Columns 8-9. The awarding body that the file comes from or goes to."}
  - {id: series, size: 2, type: str, doc: "Columns 10-11. The series; its first character is the month, its second the awarding body's own."}
  - {id: year, size: 2, type: str, doc: "Columns 12-13. The last two digits of the year of the series."}
  - {id: distribution, size: 1, type: str, doc: "Column 14. Whether the file is broadcast to all centres, or passes between one centre and an awarding body."}
  - {id: software_package, size: 7, type: str, doc: "Columns 15-21. The program that made the file."}
  - {id: software_version, size: 3, type: str, doc: "Columns 22-24. The version of that program."}
  - {id: formats_version, size: 2, type: str, doc: "Columns 25-26. The version of the formats that the file is written in."}
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
