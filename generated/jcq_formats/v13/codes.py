# Generated from spec/v13/ by `make generate`; edit that, not this.
"""The code lists and character sets of version 13: plain tables, so that an unknown code survives."""

from __future__ import annotations

from ..core.codes import CodeList
from ..v14.codes import (
    RECORD_TYPE,
    DISTRIBUTION,
    LANGUAGE,
    ITEM,
    YES_NO,
    MONTH,
    SEX,
    CANDIDATE_STATUS,
    AWARDING_BODY,
    QUALIFICATION,
    LEVEL,
    PROCESS,
    RESULT_TYPE,
    TEACHER_MARKS,
    TIMETABLED,
    SESSION,
    GRADESET,
    PARTIAL_ABSENCE,
    SPECIAL_GRADE,
    BTEC_NATIONAL_DIPLOMA,
    BTEC_EXTENDED_DIPLOMA,
    BTEC_SUBSIDIARY,
    PUBLISHED_CHARACTERS,
    NAMES_CHARACTERS,
    GRADES_CHARACTERS,
)

__all__ = [
    "AWARDING_BODY",
    "BTEC_EXTENDED_DIPLOMA",
    "BTEC_NATIONAL_DIPLOMA",
    "BTEC_SUBSIDIARY",
    "CANDIDATE_STATUS",
    "CODE_LISTS",
    "DATA_TYPE",
    "DISTRIBUTION",
    "GRADESET",
    "GRADES_CHARACTERS",
    "ITEM",
    "LANGUAGE",
    "LEVEL",
    "MONTH",
    "NAMES_CHARACTERS",
    "PARTIAL_ABSENCE",
    "PROCESS",
    "PUBLISHED_CHARACTERS",
    "QUALIFICATION",
    "RECORD_TYPE",
    "RESULT_TYPE",
    "SESSION",
    "SEX",
    "SPECIAL_GRADE",
    "TEACHER_MARKS",
    "TIMETABLED",
    "YES_NO",
]

DATA_TYPE = CodeList(
    "data_type",
    {
        "C": "component definitions",
        "D": "disallowed combinations",
        "L": "links of options and components",
        "O": "option definitions",
        "S": "syllabus definitions",
    },
    closed=True,
    grade="B",
)
"""Data type: What a file holds. Grade B (published-basedata, jcq-page, school-information-system);
closed: any other code is an error.
"""

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
