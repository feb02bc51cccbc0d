# Generated from spec/v11/ by `make generate`; edit that, not this.
"""The code lists and character sets of version 11: plain tables, so that unknown codes are kept."""

from __future__ import annotations

from ..core.codes import CharacterSet, CodeList

DATA_TYPE = CodeList(
    "data_type",
    {
        "C": "component definitions",
        "D": "disallowed combinations",
        "L": "links of options and components",
        "O": "option definitions",
        "S": "syllabus definitions",
    },
    True,
    "B",
)
"""Data type: The contents of a file. Grade B (published-basedata, jcq-page,
school-information-system); closed: any other code is an error.
"""

RECORD_TYPE = CodeList(
    "record_type",
    {
        "1": "file header",
        "3": "centre header",
        "5": "data",
        "7": "centre trailer",
        "9": "file trailer",
    },
    True,
    "A",
)
"""Record type: The type of a record, its second character. Grade A (published-basedata,
school-information-system, school-own-systems); closed: any other code is an error.
"""

DISTRIBUTION = CodeList(
    "distribution",
    {"B": "broadcast", "S": "to or from a centre", "M": "several centres"},
    False,
    "B",
    stands_for={"B": ("broadcast",), "S": ("centre",), "M": ("several_centres",)},
)
"""Distribution: The recipients of a file. Grade B (published-basedata, school-information-system);
open: other codes occur.
"""

LANGUAGE = CodeList("language", {"_": "English", "C": "Welsh", "B": "bilingual"}, False, "B")
"""Language: The language of a broadcast file. Grade B (published-basedata, awarding-body-writer);
open: other codes occur.
"""

ITEM = CodeList("item", {"C": "certification", "U": "unit", "B": "both"}, True, "A")
"""Item: Whether an option is a certification, a unit or both. Grade A (published-basedata);
closed: any other code is an error.
"""

YES_NO = CodeList("yes_no", {"Y": "yes", "N": "no"}, True, "A")
"""Yes or no: A yes or no. Grade A (published-basedata); closed: any other code is an error."""

MONTH = CodeList(
    "month",
    {
        "1": "January",
        "2": "February",
        "3": "March",
        "4": "April",
        "5": "May",
        "6": "June",
        "7": "July",
        "8": "August",
        "9": "September",
        "A": "October",
        "B": "November",
        "C": "December",
    },
    True,
    "B",
)
"""Month: The month of a series, its first character. Grade B (published-basedata,
school-information-system); closed: any other code is an error.
"""

SEX = CodeList("sex", {"F": "female", "M": "male"}, False, "B")
"""Sex: The sex of a candidate. Grade B (school-information-system, school-own-systems); open:
other codes occur.
"""

CANDIDATE_STATUS = CodeList(
    "candidate_status", {"C": "centre candidate", "P": "private candidate"}, False, "B"
)
"""Candidate status: Whether a candidate belongs to the centre. Grade B (school-information-system,
school-own-systems, entry-writer); open: other codes occur.
"""

QUALIFIER_FLAG = CodeList(
    "qualifier_flag",
    {
        "P": "previous qualifier: marks are carried forward from an earlier series",
        "G": "guest: a candidate of another centre",
    },
    False,
    "C",
)
"""Qualifier flag: Whether marks are carried forward, or the candidate is a guest. Grade C
(entry-writer); open: other codes occur.
"""

AWARDING_BODY = CodeList(
    "awarding_body",
    {
        "01": "OCR",
        "02": "Cambridge International",
        "10": "Pearson Edexcel GCSE",
        "11": "Pearson Edexcel GCE",
        "13": "Pearson BTEC registrations",
        "14": "Pearson Edexcel projects",
        "15": "Pearson BTEC",
        "40": "WJEC GCSE",
        "41": "WJEC GCE",
        "61": "CCEA",
        "70": "AQA",
        "72": "OCR, for Cambridge Technicals",
        "98": "no awarding body: a school made the file itself",
        "99": "no awarding body: a school made the file itself",
    },
    False,
    "A",
)
"""Awarding body: The awarding bodies. Grade A (published-basedata, school-information-system,
school-own-systems); open: other codes occur.
"""

QUALIFICATION = CodeList(
    "qualification",
    {
        "GCE": "General Certificate of Education",
        "GCSE": "General Certificate of Secondary Education",
        "PREU": "Pre-U",
        "CNAT": "Cambridge National",
        "EL": "entry level",
        "PL": "principal learning",
        "L1L2": "L1L2",
        "OCRQ": "OCRQ",
        "FCSE": "FCSE",
        "BTEC": "BTEC",
        "FSKL": "functional skills",
        "FSMQ": "FSMQ",
        "L1PJ": "level 1 project",
        "L2PJ": "level 2 project",
        "EXPJ": "extended project",
        "L3": "L3",
        "AEA": "AEA",
        "GPR": "GPR",
        "ABQ": "ABQ",
        "ADIP": "ADIP",
        "ICE": "ICE",
    },
    False,
    "A",
)
"""Qualification: The qualifications that options and units belong to. Grade A
(published-basedata); open: other codes occur.
"""

LEVEL = CodeList(
    "level",
    {
        "FC": "full course",
        "SC": "short course",
        "DA": "double award",
        "A": "A level",
        "ASB": "AS",
        "ASD": "AS double award",
        "AAS": "A level with additional AS",
        "B": "unit of the qualification",
        "1&2": "level 1 and 2",
        "L1": "level 1",
        "L2": "level 2",
        "L3": "level 3",
        "EL1": "entry level 1",
        "EL2": "entry level 2",
        "EL3": "entry level 3",
        "O": "O level",
        "H": "higher",
        "F": "foundation",
        "I": "I",
        "DI": "DI",
        "CE": "CE",
        "AW3": "AW3",
    },
    False,
    "A",
)
"""Level: The level of a qualification or unit. Grade A (published-basedata); open: other codes
occur.
"""

PROCESS = CodeList("process", {"E": "entry", "R": "registration"}, False, "A")
"""Process: Whether candidates are entered or registered for an option. Grade A
(published-basedata, school-information-system); open: other codes occur.
"""

RESULT_TYPE = CodeList(
    "result_type",
    {
        "1": "grades",
        "2": "levels",
        "3": "points",
        "U": "uniform mark",
        "M": "mark",
        "B": "mark and grade",
        "C": "mark and grade, of an option whose item is both",
    },
    True,
    "A",
)
"""Result type: The type of a result, which decides the layout of its outcome. Grade A
(published-basedata, school-information-system); closed: any other code is an error.
"""

TEACHER_MARKS = CodeList(
    "teacher_marks", {"N": "none", "Y": "marks", "G": "grades", "E": "E"}, False, "A"
)
"""Teacher's marks: Whether a centre sends marks or grades for a component. Grade A
(published-basedata); open: other codes occur.
"""

TIMETABLED = CodeList(
    "timetabled", {"T": "timetabled", "N": "not timetabled", "C": "C"}, False, "A"
)
"""Timetabled: Whether a component is sat at a set time. Grade A (published-basedata); open: other
codes occur.
"""

SESSION = CodeList(
    "session", {"A": "morning", "P": "afternoon", "X": "not timetabled", "D": "D"}, False, "A"
)
"""Session: The half of the day in which a component is sat. Grade A (published-basedata); open:
other codes occur.
"""

GRADESET = CodeList(
    "gradeset",
    {
        "4": "GCE A level, O level",
        "A": "GCE AS, FSMQ, level 3",
        "B": "GCE units",
        "C": "GCE AS double award",
        "F": "GCSE full and short course",
        "Q": "GCSE units",
        "G": "entry level",
        "N": "functional skills",
        "H": "AEA",
        "3": "BTEC First in the new style, with D*",
        "5": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "6": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "7": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "8": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "9": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "D": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "E": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "L": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "M": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
        "R": "principal learning, projects, ADIP/ICE, FCSE, OCR units or component grades",
    },
    False,
    "A",
    stands_for={
        "4": ("A*", "A", "B", "C", "D", "E", "U"),
        "A": ("A", "B", "C", "D", "E", "U"),
        "B": ("a*", "a", "b", "c", "d", "e", "u"),
        "F": ("A*", "A", "B", "C", "D", "E", "F", "G", "U"),
        "Q": ("a*", "a", "b", "c", "d", "e", "f", "g", "u"),
        "G": ("3", "2", "1", "U"),
        "N": ("P", "N"),
        "H": ("D", "M", "U"),
    },
    spelled_by={"3": "btec_subsidiary"},
)
"""Gradeset: The set of grades that can be awarded for an option or component. Grade A
(published-basedata); open: other codes occur.
"""

PARTIAL_ABSENCE = CodeList("partial_absence", {"#": "work missing for some components"}, False, "B")
"""Partial absence: Whether work is missing for some components. Grade B (awarding-body-guidance,
school-information-system); open: other codes occur.
"""

SPECIAL_GRADE = CodeList(
    "special_grade",
    {"X": "no result issued: absent from all, or withheld", "Q": "pending"},
    False,
    "B",
    stands_for={"X": ("no_result",), "Q": ("pending",)},
)
"""Special grade: Codes in place of a grade. Grade B (awarding-body-guidance); open: other codes
occur.
"""

BTEC_NATIONAL_DIPLOMA = CodeList(
    "btec_national_diploma",
    {"D1": "DDD", "D2": "DDM", "D3": "DMM", "M1": "MMM", "M2": "MMP", "M3": "MPP", "P1": "PPP"},
    False,
    "B",
)
"""BTEC National Diploma (NQF): Codes for grades of more than two characters. Grade B
(awarding-body-guidance); open: other codes occur.
"""

BTEC_EXTENDED_DIPLOMA = CodeList(
    "btec_extended_diploma",
    {
        "D1": "D*D*D*",
        "D2": "D*D*D",
        "D3": "D*DD",
        "D4": "DDD",
        "D5": "DDM",
        "D6": "DMM",
        "M1": "MMM",
        "M2": "MMP",
        "M3": "MPP",
        "P1": "PPP",
    },
    False,
    "B",
)
"""BTEC Extended Diploma (QCF): Codes for grades of more than two characters. Grade B
(awarding-body-guidance); open: other codes occur.
"""

BTEC_SUBSIDIARY = CodeList("btec_subsidiary", {"D1": "D*D*", "D2": "D*D"}, False, "B")
"""BTEC Subsidiary, Certificate, level 1/2 Firsts: Codes for grades of more than two characters.
Grade B (awarding-body-guidance); open: other codes occur.
"""

PUBLISHED_CHARACTERS = CharacterSet(
    "published", " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`"
)
"""Every character seen in published basedata. Grade A."""

NAMES_CHARACTERS = CharacterSet(
    "names", " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'().:-"
)
"""The characters of a candidate's name; lower case occurs. Grade B."""

GRADES_CHARACTERS = CharacterSet(
    "grades", " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`^"
)
"""The characters of a grade, which are the published characters and the ^ of board 70's grade A^. Grade D."""

CODE_LISTS = {
    "data_type": DATA_TYPE,
    "record_type": RECORD_TYPE,
    "distribution": DISTRIBUTION,
    "language": LANGUAGE,
    "item": ITEM,
    "yes_no": YES_NO,
    "month": MONTH,
    "sex": SEX,
    "candidate_status": CANDIDATE_STATUS,
    "qualifier_flag": QUALIFIER_FLAG,
    "awarding_body": AWARDING_BODY,
    "qualification": QUALIFICATION,
    "level": LEVEL,
    "process": PROCESS,
    "result_type": RESULT_TYPE,
    "teacher_marks": TEACHER_MARKS,
    "timetabled": TIMETABLED,
    "session": SESSION,
    "gradeset": GRADESET,
    "partial_absence": PARTIAL_ABSENCE,
    "special_grade": SPECIAL_GRADE,
    "btec_national_diploma": BTEC_NATIONAL_DIPLOMA,
    "btec_extended_diploma": BTEC_EXTENDED_DIPLOMA,
    "btec_subsidiary": BTEC_SUBSIDIARY,
}
"""Every code list by name."""

# The parts of records' patterns: the codes of a list padded to a width, the first character of a
# text and any further one.
# fmt: off
AWARDING_BODY_PATTERN_2 = r"(?:0[12]|1[01345]|4[01]|61|7[02]|9[89])"
DATA_TYPE_PATTERN_1 = r"[CDLOS]"
DISTRIBUTION_PATTERN_1 = r"[BMS]"
GRADESET_PATTERN_1 = r"[3-9A-HLMNQR]"
ITEM_PATTERN_1 = r"[BCU]"
LANGUAGE_PATTERN_1 = r"[BC_]"
LEVEL_PATTERN_3 = r"(?:1\&2|A(?:\ \ |AS|S[BD]|W3)|[BHIO]\ \ |CE\ |D[AI]\ |EL[123]|F[\ C]\ |L[123]\ |SC\ )"
MONTH_PATTERN = r"[1-9ABC]"
PROCESS_PATTERN_1 = r"[ER]"
PUBLISHED_FIRST = r"[\#%-:\?A-Z_-z]"
PUBLISHED_FURTHER = r"[\ \#%-:\?A-Z_-z]"
QUALIFICATION_PATTERN_4 = r"(?:A(?:BQ\ |DIP|EA\ )|BTEC|CNAT|E(?:L\ \ |XPJ)|F(?:CSE|S(?:KL|MQ))|G(?:C(?:E\ |SE)|PR\ )|ICE\ |L(?:1(?:L2|PJ)|2PJ|3\ \ )|OCRQ|P(?:L\ \ |REU))"
RESULT_TYPE_PATTERN_1 = r"[123BCMU]"
SESSION_PATTERN_1 = r"[ADPX]"
TEACHER_MARKS_PATTERN_1 = r"[EGNY]"
TIMETABLED_PATTERN_1 = r"[CNT]"
YES_NO_PATTERN_1 = r"[NY]"
# fmt: on
