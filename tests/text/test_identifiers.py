"""DOI, ISSN, ISBN, PMID, PMCID and ORCID."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.identifiers import (
    Serials,
    clean_doi,
    clean_orcid,
    find_doi,
    find_doi_span,
    is_isbn,
    is_issn,
    parse_serials,
)
from coprod.text.pubmed import clean_pmcid, clean_pmid, pubmed_ids

SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"

VALUES = [
    ("10.1000/xyz", "10.1000/xyz"),
    (" 10.1000/xyz ", "10.1000/xyz"),
    ("10.1000/XYZ", "10.1000/xyz"),
    ("10.1000.10/xyz", "10.1000.10/xyz"),
    ("doi:10.1596/1813-9450-3331", "10.1596/1813-9450-3331"),
    ("DOI: 10.1596/1813-9450-3331", "10.1596/1813-9450-3331"),
    ("Doi 10.3808/Jei.200500061", "10.3808/jei.200500061"),
    ("http://dx.doi.org/10.1016/j.x.2011.09.008", "10.1016/j.x.2011.09.008"),
    ("https://doi.org/10.1016/S0140-6736(05)66545-2", "10.1016/s0140-6736(05)66545-2"),
    ("doi.org/10.1000/xyz", "10.1000/xyz"),
    ("https://doi.org/10.1000%2Fxyz", "10.1000/xyz"),
    ("https://doi.org/10.1000/xyz?ref=mail", "10.1000/xyz"),
    ("10.1000%2fxyz", "10.1000/xyz"),
    ("<10.1000/xyz>", "10.1000/xyz"),
    ("(10.1000/xyz)", "10.1000/xyz"),
    ("10.1016/S0140-6736(05)66545-2)", "10.1016/s0140-6736(05)66545-2"),
    ("10.1000/xyz.,;", "10.1000/xyz"),
    ("10.1000/xyz [doi]", "10.1000/xyz"),
    ("10.1000/xyz[doi]", "10.1000/xyz"),
    ("10.1000/xyz<br />", "10.1000/xyz"),
    ("10.1000/abc,10.1000/xyz", "10.1000/abc"),
    ("10.1000/abc; https://doi.org/10.1000/xyz", "10.1000/abc"),
    ("10.1000/abchttp://example.org/x.pdf", "10.1000/abc"),
    ("10.1038/s41467-024-48400-3     LK  - https://example.org/", "10.1038/s41467-024-48400-3"),
    ("10.1659/0276-4741(2006)26[323:Svim]2.0.Co;2", "10.1659/0276-4741(2006)26[323:svim]2.0.co;2"),
    ("10.1659/0276-4741(2006)26 [ 237:RLUALT]2.0.CO;2", "10.1659/0276-4741(2006)26[237:rlualt]2.0.co;2"),
    ("10.1300/J091v17n04 \\_ 04", "10.1300/j091v17n04_04"),
    ("10.1300/J091v17n04\\_04", "10.1300/j091v17n04_04"),
    (SICI, SICI),
    (SICI.replace("<", "&lt;").replace(">", "&gt;"), SICI),
    ("10.1000/xyz.abstract", "10.1000/xyz.abstract"),
    ("10.1000/xyz/full", "10.1000/xyz/full"),
    ("10.1000/" + "a" * 250, "10.1000/" + "a" * 250),
]

ADDRESSES = [
    ("https://onlinelibrary.wiley.com/doi/full/10.1111/add.14404", "10.1111/add.14404"),
    (
        "https://onlinelibrary.wiley.com/doi/10.1046/j.1523-1739.1992.620210.x/abstract",
        "10.1046/j.1523-1739.1992.620210.x",
    ),
    ("https://onlinelibrary.wiley.com/store/10.1002/sd.240/asset/240_ftp.pdf?v=1&t=gr", "10.1002/sd.240"),
    ("https://link.springer.com/content/pdf/10.1007/s00405-021-06627-6.pdf", "10.1007/s00405-021-06627-6"),
    ("https://link.springer.com/article/10.1007/s13157-018-1055-0/fulltext.html; x", "10.1007/s13157-018-1055-0"),
    ("https://link.springer.com/article/10.1186%2Fs13750-021-00233-z/metrics", "10.1186/s13750-021-00233-z"),
    ("https://link.springer.com/article/10.1186/s13750-021-00218-y/tables/2", "10.1186/s13750-021-00218-y"),
    ("https://www.frontiersin.org/articles/10.3389/fmars.2020.534507/full", "10.3389/fmars.2020.534507"),
    (
        "https://www.emerald.com/insight/content/doi/10.1108/978-1-83982-400-5/full/pdf?title=x",
        "10.1108/978-1-83982-400-5",
    ),
    ("https://iopscience.iop.org/article/10.1088/1755-1315/1101/2/022002/pdf", "10.1088/1755-1315/1101/2/022002"),
    ("https://iopscience.iop.org/article/10.1088/1748-9326/ab9d00/meta", "10.1088/1748-9326/ab9d00"),
    (
        "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0206581&type=printable",
        "10.1371/journal.pone.0206581",
    ),
    (
        "https://www.scopus.com/record.uri?eid=2&doi=10.1088%2f1755-1315%2f235%2f1%2f012052&x=40",
        "10.1088/1755-1315/235/1/012052",
    ),
    (
        "http://www.bioone.org/doi/abs/10.1890/1051-0761%282002%29012%5B0735%3AS%5D2.0.CO%3B2",
        "10.1890/1051-0761(2002)012[0735:s]2.0.co;2",
    ),
    ("https://academic.oup.com/x/advance-article/doi/10.1093/eurheartj/ehab368/6325480", "10.1093/eurheartj/ehab368"),
    ("https://academic.oup.com/x/article-pdf/doi/10.1093/aob/mcae033/57127941/mcae033.pdf", "10.1093/aob/mcae033"),
    ("https://www.taylorfrancis.com/chapters/edit/10.4324/9781315537320-2/coral-reefs-a-b", "10.4324/9781315537320-2"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf", "10.1101/2020.01.01.123456"),
    ("https://psycnet.apa.org/doi/10.1080/20008198.2017.1375339", "10.1080/20008198.2017.1375339"),
    ("https://example.org/article/10.5334/jcr.174/", "10.5334/jcr.174"),
]

NO_DOI = [
    "",
    "NA",
    "DOI 1",
    "DOI:",
    "Artn 12",
    "20$\\backslash$rArtn 20",
    "10.1000",
    "10.1000/",
    "10.1000/).",
    "10.100/xyz",
    "10.3339./fenvs.2017.00026",
    "210.1000/xyz",
    "5.10.1000/xyz",
    "٠١.١٠٠٠/xyz",
    "10.1000/" + "a" * 1000,
    "http://dx.doi.org/10.1659/0276-4741(2005)025[0044:TROCIC]2.0.CO 2",
    "http://www.bioone.org/doi/full/10.1659/0276-4741%282000%29020%5B0272%3AMPCASD",
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16",
]


@pytest.mark.parametrize(("text", "doi"), VALUES)
def test_a_doi_is_found_in_a_value(text: str, doi: str) -> None:
    """A DOI is stated without prefix, address and punctuation, in lower case; of several, the first."""
    assert clean_doi(text) == doi


@pytest.mark.parametrize(("text", "doi"), ADDRESSES)
def test_a_doi_is_found_in_the_address_of_a_publisher(text: str, doi: str) -> None:
    """What a publisher's address adds behind a DOI is not part of it."""
    assert clean_doi(text) == find_doi(text) == doi


@pytest.mark.parametrize("text", NO_DOI)
def test_what_is_no_doi_is_none(text: str) -> None:
    """A number, a word, a truncated DOI or nothing gives None."""
    assert clean_doi(text) is None
    assert find_doi(text) is None
    assert find_doi_span(text) is None


def test_a_doi_is_found_in_running_text() -> None:
    """Of two DOIs in a text the first is found; the full stop behind it is not part of it."""
    text = "J Med Genet. 2020. doi: 10.1016/J.ejmg.2019.03.004. Epub 10.1000/x"
    assert find_doi(text) == "10.1016/j.ejmg.2019.03.004"
    start, end = find_doi_span(text) or (0, 0)
    assert text[start:end] == "10.1016/J.ejmg.2019.03.004"


@pytest.mark.parametrize(("text", "serials"), [
    ("1932-6203", Serials(("1932-6203",))),
    ("19326203", Serials(("1932-6203",))),
    ("2334265x", Serials(("2334-265X",))),
    ("1932–6203", Serials(("1932-6203",))),
    ("0376-8929 1469-4387", Serials(("0376-8929", "1469-4387"))),
    ("0376-8929 03768929", Serials(("0376-8929",))),
    ("20411723 (ISSN)", Serials(("2041-1723",))),
    ("ISSN 0962-8436", Serials(("0962-8436",))),
    ("ISSN0962-8436", Serials(("0962-8436",))),
    ("eISSN: 0962-8436", Serials(("0962-8436",))),
    ("0305-750X, 0962-8436", Serials(("0305-750X", "0962-8436"))),
    ("1878-0849 (Electronic) 1769-7212 (Linking)", Serials(("1878-0849", "1769-7212"))),
    ("1878-0849(Electronic),1769-7212(Print)", Serials(("1878-0849", "1769-7212"))),
    ("1757-4676 (Print)\\r0962-8436", Serials(("1757-4676", "0962-8436"))),
    ("0966-9582$\\backslash$r1747-7646", Serials(("0966-9582", "1747-7646"))),
    ("0962-8436<br />", Serials(("0962-8436",))),
    ("978-3-030-63761-3", Serials((), ("9783030637613",))),
    ("9783030637613", Serials((), ("9783030637613",))),
    ("978 3 16 148410 0", Serials((), ("9783161484100",))),
    ("0-19-852663-6 (pbk.)", Serials((), ("0198526636",))),
    ("1-4020-1127-X", Serials((), ("140201127X",))),
    ("1-4020-1127-x", Serials((), ("140201127X",))),
    ("978-90-481-3300-0 1568-1319", Serials(("1568-1319",), ("9789048133000",))),
    ("1-85649-757-7\\1-85649-756-9", Serials((), ("1856497577", "1856497569"))),
    ("978-131750096-4 (ISBN)", Serials((), ("9781317500964",))),
    ("1932-6204", Serials(rest="1932-6204")),
    ("9783030637614", Serials(rest="9783030637614")),
    ("WP-6-012", Serials(rest="WP-6-012")),
    ("none", Serials(rest="none")),
    ("1184201191947 1873-7617", Serials(("1873-7617",), rest="1184201191947")),
    ("Report no. 7, 0142-6397", Serials(("0142-6397",), rest="Report no. 7")),
    ("", Serials()),
    ("-", Serials()),
    ("(Print)", Serials()),
    ("١٢٣٤٥٦٧٩", Serials(rest="١٢٣٤٥٦٧٩")),
])  # fmt: skip
def test_serial_numbers_are_told_apart(text: str, serials: Serials) -> None:
    """ISSNs and ISBNs of one value are told apart, in order and once; what is neither is the rest."""
    assert parse_serials(text) == serials


@pytest.mark.parametrize("text", ["1932-6203", "19326203", "0305-750X", "0305750x"])
def test_an_issn_has_its_check_digit(text: str) -> None:
    """An ISSN with the right check digit is one, with or without hyphen."""
    assert is_issn(text)


@pytest.mark.parametrize(
    "text", ["", "1932-6204", "1932-620", "1932 6203", "1932-62033", "X932-6203", "1932-620²", "-----"]
)
def test_another_number_is_no_issn(text: str) -> None:
    """A wrong check digit, a wrong length, a wrong character: no ISSN."""
    assert not is_issn(text)


@pytest.mark.parametrize("text", ["9783030637613", "0198526636", "140201127X"])
def test_an_isbn_has_its_check_digit(text: str) -> None:
    """An ISBN of 10 or 13 digits with the right check digit is one."""
    assert is_isbn(text)


@pytest.mark.parametrize(
    "text", ["", "9783030637614", "1234567890128", "0198526637", "978-3030637613", "019852663²", "X" * 10]
)
def test_another_number_is_no_isbn(text: str) -> None:
    """A wrong check digit, another prefix than 978 and 979, hyphens: no ISBN."""
    assert not is_isbn(text)


@pytest.mark.parametrize(("text", "pmid"), [
    ("30922926", "30922926"),
    (" 30922926 ", "30922926"),
    ("34589295 [PMID]", "34589295"),
    ("23690738[pmid]", "23690738"),
    ("PMID: 123", "123"),
    ("PMID- 30922926", "30922926"),
    ("PUBMED 21314913", "21314913"),
    ("https://pubmed.ncbi.nlm.nih.gov/30922926/", "30922926"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/30922926", "30922926"),
    ("", None),
    ("0123", None),
    ("123456789", None),
    ("PMC4659668", None),
    ("WOS:000391254200052", None),
    ("12 pages", None),
])  # fmt: skip
def test_a_pmid_is_digits(text: str, pmid: str | None) -> None:
    """A PMID is one to eight digits, bare or with a word that names it."""
    assert clean_pmid(text) == pmid


@pytest.mark.parametrize(("text", "pmcid"), [
    ("PMC4659668", "PMC4659668"),
    ("pmc 4659668 ", "PMC4659668"),
    ("PMCID: PMC4659668", "PMC4659668"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4659668/", "PMC4659668"),
    ("4659668", None),
    ("XPMC4659668", None),
    ("PMC", None),
    ("PMC" + " " * 100 + "1", None),
])  # fmt: skip
def test_a_pmcid_has_its_prefix(text: str, pmcid: str | None) -> None:
    """A PMCID is known by its prefix."""
    assert clean_pmcid(text) == pmcid


@pytest.mark.parametrize(("text", "orcid"), [
    ("0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("0000000218250097", "0000-0002-1825-0097"),
    ("0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("0000-0002-1825-0098", None),
    ("10000-0002-1825-0097", None),
    ("", None),
])  # fmt: skip
def test_an_orcid_has_its_check_digit(text: str, orcid: str | None) -> None:
    """An ORCID with the right check digit is stated with hyphens."""
    assert clean_orcid(text) == orcid


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30379918 [PMID] PMC6209343 [PMCID]", ("30379918", "PMC6209343")),
        ("PMC8434810 [PMCID]", (None, "PMC8434810")),
        ("PMID: 30379918; PMCID: PMC6209343", ("30379918", "PMC6209343")),
        ("PMID: 30379918 PMCID: PMC6209343", ("30379918", "PMC6209343")),
        ("30379918", (None, None)),
        ("30379918, PMC6209343", (None, None)),
        ("PMID: 1; PMID: 2", (None, None)),
        ("see PMID: 1", (None, None)),
        ("", (None, None)),
    ],
)
def test_pubmed_ids(text: str, found: tuple[str | None, str | None]) -> None:
    """A value of labelled identifiers gives each; with a bare number, two of a kind or other words it gives none."""
    assert pubmed_ids(text) == found


HOSTILE = [
    "10." * 100_000,
    "10.1000/" * 40_000,
    "10.1000/<" * 35_000,
    "10.1000/" + "(" * 300_000,
    "http://x/10.1000/" * 20_000,
    "10.1000/a," * 30_000,
    "0" * 300_000,
    "1 " * 150_000,
    "pmc" + " " * 300_000,
    "1-" * 150_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(text: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    started = process_time()
    for read in (clean_doi, find_doi, parse_serials, is_issn, is_isbn, clean_pmid, clean_pmcid, clean_orcid):
        read(text)
    assert process_time() - started < 15


parts = st.text(alphabet='aZ1/.,;:()[]<>-_%\\& "é=?#@2Fltdoi', max_size=30)
values = st.one_of(st.text(), parts.map("10.1000/".__add__), parts.map("https://x.org/doi/10.1000/".__add__))


@given(values)
def test_a_clean_doi_stays_as_it_is(text: str) -> None:
    """Whatever the text, cleaning a clean DOI changes nothing."""
    doi = clean_doi(text)
    if doi is not None:
        assert clean_doi(doi) == doi
        assert find_doi(doi) == doi
        assert doi == doi.lower()
        assert not any(character.isspace() for character in doi)


@given(values, values)
def test_the_span_is_where_the_doi_stands(before: str, text: str) -> None:
    """Whatever stands around it, the span leads to a text from which the same DOI is read."""
    text = f"{before} {text}"
    span = find_doi_span(text)
    assert (span is None) == (find_doi(text) is None)
    if span is not None:
        start, end = span
        assert 0 <= start < end <= len(text)
        assert text[start:].startswith("10.")


@given(st.integers(min_value=1, max_value=9_999_999))
def test_every_issn_is_read(number: int) -> None:
    """An ISSN is read with and without hyphen, and a wrong check digit is not accepted."""
    digits = f"{number:07d}"
    check = (11 - sum(int(digit) * (8 - place) for place, digit in enumerate(digits)) % 11) % 11
    issn = f"{digits[:4]}-{digits[4:]}{'X' if check == 10 else check}"
    assert parse_serials(issn).issn == parse_serials(issn.replace("-", "").lower()).issn == (issn,)
    assert not is_issn(issn[:-1] + ("0" if issn[-1] != "0" else "1"))


@pytest.mark.parametrize("text", ["0000-0000", "00000000", "0000000000", "1111111111"])
def test_what_fills_a_field_up_is_no_number(text: str) -> None:
    """One digit again and again has a right check digit by chance; it is a placeholder."""
    found = parse_serials(text)
    assert (found.issn, found.isbn, found.rest) == ((), (), text)
    assert parse_serials("0000-0019").issn == ("0000-0019",)


@given(st.one_of(st.text(), st.text(alphabet="0123456789xX- ,;()ISBNp\\r", max_size=40)))
def test_serial_numbers_have_their_check_digits(text: str) -> None:
    """Whatever the text, what is called ISSN or ISBN is one, and nothing comes twice."""
    serials = parse_serials(text)
    assert all(is_issn(issn) and issn[4] == "-" for issn in serials.issn)
    assert all(is_isbn(isbn) for isbn in serials.isbn)
    assert len(set(serials.issn)) == len(serials.issn)
    assert len(set(serials.isbn)) == len(serials.isbn)


@given(st.one_of(st.text(), st.text(alphabet="0123456789pmcidPMCID-: []", max_size=30)))
def test_other_identifiers_are_clean(text: str) -> None:
    """Whatever the text, an identifier is in its one form, and cleaning it changes nothing."""
    for clean in (clean_pmid, clean_pmcid, clean_orcid):
        found = clean(text)
        assert found is None or clean(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "10.9999/j.\u200bgulls.7", "https://doi.org/10.9999/\u200bj.gulls.7", "10.9999/j.gu\u00adlls.7",
        "10.9999/j.gulls.\u20607\ufeff",
    ],
)  # fmt: skip
def test_signs_without_width_in_a_doi(text: str) -> None:
    """Where a line of an address may break, programs put signs; a DOI that ends there would be another one."""
    assert clean_doi(text) == "10.9999/j.gulls.7"


def test_a_sign_without_width_ends_a_doi_in_text() -> None:
    """In running text a sign without width may part words, and so it may before another identifier."""
    assert find_doi("See 10.9999/j.gulls\u200bCited by 7") == "10.9999/j.gulls"
    assert find_doi("See 10.9999/abc\ufeffNext sentence") == "10.9999/abc"
    assert clean_doi("10.9999/abc\u200b10.9999/def") == "10.9999/abc"
    assert clean_doi("doi: 10.9999/a\u200bbc [doi]") == "10.9999/abc"
