"""Prose that is made to hurt: what sentences tell of meetings, people and numbers, without end and mixed.

In: a size. Out: an input of about so many characters.
"""

from typing import Final

from tests.growth.making import Shape, numbered, repeated

GROUP: Final = "SG X: Care\nAim of the study group:\nCare is shared.\n"
"""The begin of a page of a study group."""

MIXED: Final[dict[str, Shape]] = {
    "citations and dates": repeated("(Alford 2009) and 13-14 June 2010, "),
    "citations in brackets": repeated("(cf. Alford et al., 2009; Bell & Care 2010, 2011) "),
    "narrative citations": repeated("Alford and Bell (2009) "),
    "meetings": repeated("Our fourth workshop was held in Galway, Ireland, March 2011. "),
    "meetings in a sentence": repeated("the fourth workshop in Galway, Ireland, March 2011, "),
    "meeting lines": numbered("Workshop, Town{n}, Italy, 13 June {y}\n"),
    "meeting lines of a year": numbered("Workshop, Town{n}, Italy, June 2014\n"),
    "meetings, all different": numbered("Meeting {n} took place in Town{n}, Italy, June {y}. "),
    "organisers": repeated("organised by Anna Bell "),
    "organisers in capitals": repeated("CHAIRED BY ANNA BELL "),
    "organisers, open brackets": repeated("chaired by Anna (Bell "),
    "chairs are": repeated("chairs are Anna Bell, "),
    "inline list": repeated("".join(f"({chr(97 + n)}) users; " for n in range(26))),
    "called off": repeated("The meeting in Oslo in May 2014 was cancelled. "),
    "called off in a sentence": repeated("meeting May 2014, were cancelled "),
    "postponed": repeated("2014,", "The meeting was postponed to "),
    "founded": repeated("the group was founded in 1987, "),
    "founded without date": repeated("the group founded "),
    "members": repeated("Number of members: 601, "),
    "participants": repeated("30 participants from 12 countries, "),
    "publications": repeated("a special issue is published, "),
    "aims": repeated("The aim of the group is care. "),
    "aims in a sentence": repeated("the aim of the "),
    "addresses": repeated("a@b.c "),
    "at signs": repeated("a@"),
    "www": repeated("www."),
    "telephones": repeated("+31 (0)13 466-9111, "),
    "lost links": repeated("online at: A "),
    "periods": repeated("Start-up 2013-2015:\nWe met.\n"),
    "quotations": repeated("“Care” "),
    "hosts": repeated("IPSA Study Group of EGPA, "),
    "codes": repeated("SG X: Care\n"),
    "short lines": repeated("Care\n"),
    "short lines, all different": numbered("Care{n}\n"),
    "short lines with numbers": numbered("Mean {n}\n"),
    "gaps": repeated("Aa bb\n\nCare is shared by all of them, and so on.\n\n"),
    "deadlines": repeated("deadline by 13 June 2014, meeting "),
    "ordinals": repeated("first, second and third meeting in 2014, "),
    "numbers in words": repeated("one hundred and twenty-one thousand three hundred and five people, "),
    "nested brackets": repeated("((a)[b])"),
    "statistics": repeated("In 2010-2015, 12 of 30 nurses (40%; 95% CI 1.2 to 3.4; p < .001) left. "),
    "statistics in a sentence": repeated("12 of 30 nurses (40%; 95% CI 1.2 to 3.4; p < .001), "),
    "counts": repeated("12 nurses and 30% of towns, "),
    "cues": repeated("mean odds ratio p "),
    "bounds": repeated("more than 30 towns and fewer than 12 nurses. "),
    "years": repeated("between 2010 and 2015, "),
    "months": repeated("June "),
    "iso dates": repeated("2014-06-13 "),
    "abbreviations": repeated("e.g. "),
    "dots": repeated(". "),
    "dotted dates": repeated("13.6.2014, "),
    "labels": repeated("Topics: care, "),
    "label lines": repeated("Topics: care\n"),
    "colon lines": repeated("We look at:\n"),
    "question lines": repeated("Who pays?\n"),
    "bullets": repeated("• care\n"),
    "roman": repeated("i. care\n"),
    "empty lines": repeated("\n"),
    "spaces": repeated("care  \t "),
    "long words": repeated("care-", "", " "),
    "findings": repeated("We find that trust rose. "),
    "recommendations": repeated("future studies "),
    "implications": repeated("this paper "),
    "prose": repeated(
        "In this study, we interviewed 42 nurses in three towns and found that trust rose by 12% over two years"
        " (p = 0.03), more than in the past. Policymakers should listen to them.\n"
    ),
}
PEOPLE: Final[dict[str, Shape]] = {
    "people, lines": numbered("Anna Bell{n}, Northport University, Norway\n"),
    "people, a line": repeated("Anna Bell (Northport University), "),
    "people, names": repeated("Anna Bell, "),
    "people, different names": numbered("Anna Bell{n}, "),
    "people, one name": repeated("Anna "),
    "people, brackets": repeated("Anna Bell ("),
    "people, roles": repeated("Chair, "),
    "people, affiliations": repeated("Northport University\n", "Anna Bell\n"),
}
TOPICS: Final[dict[str, Shape]] = {
    "topics, items": numbered("{n}. Care of towns\nWho cares for whom in towns?\n"),
    "topics, with text": repeated("Care\nIt is asked who cares for whom in the towns of the county.\n"),
    "topics, lines": repeated("Care of towns\n"),
    "topics, wide spaces": repeated("\u3000", "It studies (a) care", "x; (b) trust; and (c) towns.\n"),
    "topics, items with text": repeated("1. Care. Who cares? "),
}
PLANS: Final[dict[str, Shape]] = {
    "plans, items": repeated("(i) a meeting in Oslo, Norway, May 2014\n"),
    "plans, announced": repeated("We will:\nmeet.\n"),
    "plans, all different": numbered("We will ({n}):\nmeet {n}.\n"),
}
_LOGO: Final = "ResearchBunny Logo\n"
_TITLE: Final = f"{_LOGO}Care in towns of the north\n"
_REST: Final = "\nIntroduction\nCare is shared by 12 towns.\nKey Findings\nTrust rose.\n"
_PAGE: Final = "<html><body>"
_SECTIONS: Final = "<h2>Introduction</h2><p>Care is shared.</p><h2>Key Findings</h2><p>Trust rose.</p></body></html>"

SUMMARIES: Final[dict[str, Shape]] = {
    "authors": repeated("A. Alford, ", _TITLE, _REST),
    "authors in a sentence": repeated("Anna Alford, ", f"{_TITLE}This research, conducted by ", _REST),
    "titles": repeated("Care in towns of the north\n", _LOGO, _REST),
    "lines of names": repeated("A. Alford and B. Bell\n", _LOGO, _REST),
    "sections": repeated(_REST, _LOGO),
    "unknown sections": repeated("On the care of towns\nTrust rose by a half, which is a lot.\n", f"{_LOGO}{_REST}"),
    "contents": repeated("Introduction\nKey Findings\n", _LOGO, _REST),
    "questions as contents": numbered("What did they find {n}?\n", _LOGO, _REST),
    "lines above": numbered("Some words of the line {n}\n", _LOGO, _REST),
    "titles above": numbered("The Care of Town {n}\n", _LOGO, _REST),
    "elements above": numbered("<p>Some words of the line {n}</p>", _PAGE, _SECTIONS),
    "menu above": repeated("Sign up\nA. Alford and B. Bell\n", _LOGO, _REST),
    "sentences above": numbered("Some words of the sentence {n}.\n", f"{_LOGO}Abstract\n", _REST),
    "ends": repeated("References\n", f"{_LOGO}{_REST}"),
    "ends and sections": numbered("References\nWhat did they find {n}?\nTrust rose.\n", f"{_LOGO}{_REST}"),
    "ends in a menu": repeated("Methods\nSign up\n", _LOGO, _REST),
    "offers behind": repeated("I hope this helps!\nHome\n", f"{_LOGO}{_REST}"),
}
