"""RIS that is made to hurt: tags by the hundred thousand, values without end, lines of odd forms.

In: a size. Out: an input of about so many characters.
"""

from typing import Final

from tests.growth.making import Shape, numbered, repeated

RECORD: Final = "TY  - JOUR\nTI  - Trust\n"
END: Final = "\nER  - \n"


def _two_letters(number: int) -> str:
    """A line with one of the tags of two letters."""
    return f"{chr(65 + number % 26)}{chr(65 + number // 26 % 26)}  - {number}\n"


RECORDS: Final[dict[str, Shape]] = {
    "records": repeated("TY  - JOUR\nAU  - Alford, John\nTI  - Trust\nPY  - 2009\nER  - \n"),
    "tags in a record": repeated("KW  - care\n", RECORD, END),
    "unknown tags": repeated("ZZ  - care\n", RECORD, END),
    "different unknown tags": lambda size: RECORD + "".join(f"X{n % 10}  - {n}\n" for n in range(size // 12)) + END,
    "authors": lambda size: RECORD + "".join(f"AU  - Alford{n}, John\n" for n in range(size // 22)) + END,
    "authors on a line": repeated("Alford, J.; ", RECORD + "AU  - ", END),
    "keywords on a line": repeated("care; ", RECORD + "KW  - ", END),
    "abstracts": repeated("AB  - care\n", RECORD, END),
    "dates": repeated("PY  - 2009/01/01/\n", RECORD, END),
    "dois": lambda size: RECORD + "".join(f"DO  - 10.1000/{n}\n" for n in range(size // 18)) + END,
    "dois on a line": repeated("10.1000/x; ", RECORD + "DO  - ", END),
    "doi of slashes": repeated("/", RECORD + "DO  - 10.1000", END),
    "serials": repeated("1234-5679 ", RECORD + "SN  - ", END),
    "pages": repeated("1-", RECORD + "SP  - ", END),
    "digits of a page": repeated("1", RECORD + "SP  - ", END),
    "date of digits": repeated("1", RECORD + "PY  - ", END),
    "date of slashes": repeated("/", RECORD + "PY  - 2009", END),
    "name of commas": repeated(",", RECORD + "AU  - Alford", END),
    "name of initials": repeated("A. ", RECORD + "AU  - Alford, ", END),
    "name of capitals": repeated("A ", RECORD + "AU  - ", END),
    "blank lines": repeated("\n"),
    "lines of space": repeated(" \n", RECORD),
    "continuation lines": repeated("care\n", RECORD + "AB  - x\n", END),
    "stray lines": repeated("care\n"),
    "TY only": repeated("TY  - JOUR\n"),
    "ER only": repeated("ER  - \n", RECORD),
    "one long line": repeated("care ", RECORD + "AB  - ", END),
    "one line": repeated("a"),
    "carriage returns": repeated("KW  - care\r", RECORD, END),
    "marks": repeated("\ufeff", RECORD + "AB  - ", END),
    "markup": repeated("<i>care</i>", RECORD + "TI  - ", END),
    "open markup": repeated("<i", RECORD + "AB  - ", END),
    "less": repeated("<", RECORD + "AB  - ", END),
    "references": repeated("&lt;", RECORD + "AB  - ", END),
    "ampersands": repeated("&", RECORD + "AB  - ", END),
    "labels": repeated("Purpose: care. ", RECORD + "AB  - Purpose: care. Findings: ", END),
    "tags in lower case": repeated("kw  - care\n", RECORD, END),
    "tags in other forms": repeated("KW - care\nKW\t- care\n", RECORD, END),
    "nul": repeated("\0", RECORD + "AB  - "),
    "custom tags": repeated("C1  - abs i\n", RECORD, END),
    "notes": numbered("N1  - note {n}\n", RECORD, END),
    "tags of two letters": lambda size: RECORD + "".join(map(_two_letters, range(size // 12))) + END,
    "authors with institutions": numbered("AU  - Alford{n}, John\nAD  - Town {n}\n", RECORD, END),
    "addresses": numbered("UR  - http://a.example/{n}\n", RECORD, END),
    "address of addresses": repeated("http://", RECORD + "UR  - ", END),
    "long continuation": repeated("      care of 12 towns\n", RECORD + "AB  - x\n", END),
    "wrapped values": numbered("TY  - JOUR\nTI  - Trust in care\nof towns {n}\nAB  - Care is\nshared by all\nER  - \n"),
    "records without ER": repeated("TY  - JOUR\nAU  - Alford, John\nTI  - Trust\nPY  - 2009\n"),
    "empty records": repeated("TY  - JOUR\n\n\nER  - \n\n"),
    "different records": numbered(
        "TY  - JOUR\nAU  - Alford{n}, J.\nTI  - Trust {n}\nDO  - 10.1000/{n}\nSN  - 1234-5679\nSP  - {n}\n"
        "PY  - 2009/01/02\nAB  - Purpose: care {n}. Findings: trust rose by {n}%.\nER  - \n"
    ),
    "titles": repeated("TI  - Trust\n", RECORD, END),
    "name of particles": repeated("van ", RECORD + "AU  - Alford, ", END),
    "name of ands": repeated(" and ", RECORD + "AU  - Alford", END),
    "semicolons": repeated(";", RECORD + "AU  - ", END),
    "date of months": repeated("January ", RECORD + "PY  - 2009 ", END),
    "labels in capitals": repeated("PURPOSE: Care. METHODS: We asked. RESULTS: Trust rose. ", RECORD + "AB  - ", END),
    "glued labels": repeated("PurposeCare FindingsTrust ", RECORD + "AB  - ", END),
    "placeholders": repeated("KW  - [n/a]\n", RECORD, END),
    "three kinds of authors": repeated("A1  - Alford, J.\nA2  - Bell, A.\nA3  - Care, B.\n", RECORD, END),
    "quoted lines": repeated("> KW  - care\n", "> TY  - JOUR\n> TI  - Trust\n", "> ER  - \n"),
    "glued tags": repeated("VL  - 12SP  - 33\n", RECORD, END),
    "records on one line": numbered("TY  - JOUR AU  - Alford{n}, J. TI  - Trust {n} PY  - 2009 ER  - "),
    "equal records on one line": repeated("TY  - JOUR TI  - Trust PY  - 2009 ER  - "),
    "records on the line of ER": numbered("TY  - JOUR TI  - Trust {n} ER  - ", RECORD + "ER  - "),
    "records without ER on one line": numbered("TY  - JOUR TI  - Trust {n} PY  - 2009 "),
    "ER on one line": repeated("ER  - ", RECORD),
    "tags on one line": repeated("KW  - care ", "TY  - JOUR TI  - Trust ", "ER  - "),
    "records run together on one line": numbered("TI  - Trust {n} SP  - {n} PY  - {y} ", "TY  - JOUR "),
    "marks encoded twice": repeated("ï»¿\n"),
    "signs in a DOI": repeated("\u200b", RECORD + "DO  - 10.1000/a", f"b{END}"),
    "tags without spaces": repeated("VL-12\n", RECORD + "JO  - Care\n", END),
    "damaged tags": repeated("A# U  - care\n", RECORD, END),
    "quotation marks": repeated('"', RECORD + "AB  - ", END),
    "identifiers in notes": repeated("C1  - 10.1000/x PMC123456 1234-5678\n", RECORD, END),
}
