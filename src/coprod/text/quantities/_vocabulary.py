"""Words that tell what a number is, and where a phrase ends."""

from coprod.text._words import word_set
from coprod.text.months import ENGLISH_MONTHS, MONTH_NAMES

MONTHS = "(?:{})".format(
    "|".join(
        name.capitalize() + ("" if name.capitalize() in MONTH_NAMES else r"\.?")
        for name in sorted(ENGLISH_MONTHS, key=len, reverse=True)
    )
)
"""The names of the months in English, in full and short."""

LABELS = word_set(
    "type types phase section sections table tables tab fig figs figure figures chapter chapters vol volume no nos"
    " nr number "
    "issue page pages p pp stage grade grades level levels class category step wave version part appendix eq"
    " equation "
    "equations theorem lemma proposition definition corollary algorithm item question hypothesis hypotheses article"
    " act "
    "day week month room line lines group model study experiment trial cohort case site zone region tier goal target "
    "objective criterion aim theme factor cluster chromosome exon serotype subtype layer panel protocol standard"
    " ref refs "
    "reference references scenario box note footnote list web industry generation release build release windows"
    " python "
    "java http route highway article clause paragraph annex rule directive regulation resolution schedule priority"
    " sdg iso "
    "covid iteration epoch channel form formula quartile quintile tertile decile percentile"
    " system subject participant respondent interviewee informant patient rank option task block session domain"
    " axis rule"
    " mode arm ward node agenda horizon"
)
"""Nouns that a number names, rather than the other way round: `type 2`, `Table 3`, `vol. 16`."""

DETERMINERS = word_set("the a an this that these those its their our his her each every all any some no both such")
PREPOSITIONS = word_set(
    "of in on at by for from to with within without into onto over under between among amongst across through during "
    "after before since until till about around against towards toward via per upon than as like despite except "
    "following including regarding concerning versus vs v p.a."
)
CONJUNCTIONS = word_set(
    "and or but nor so yet while whereas although though because if when where who whom whose which that whether"
    " either "
    "neither not both respectively i.e e.g i.e. e.g. plus"
)
AUXILIARIES = word_set(
    "am is are was were be been being has have had having do does did can could may might must shall should will would"
)
PRONOUNS = word_set("i we you he she it they them us him me themselves itself who there here what how why")
VERBS = word_set(
    "show shows showed shown find finds found report reports indicate indicates suggest suggests reveal reveals say"
    " said "
    "make made take took taken give gave given get got go went gone come came become became know knew known see saw"
    " seen "
    "set put let met meet use kept sold bought sent taught told built ran drank ate drove rose"
    " rise fell fall grew grow drop stand stood lead led include includes"
    " comprise "
    "comprises contain contains provide provides remain remains differ differs agree felt feel think thought held"
    " hold "
    "chose choose sought seek began begin spent spend lost lose won win wrote write read bring brought receive"
    " received "
    "participated responded completed reported died agreed answered declined compared dropped gave left took"
    " attended "
    "underwent experienced increased decreased improved achieved returned developed performed scored enrolled"
    " recruited "
    "selected interviewed surveyed identified collected randomized randomised included assigned averaged survived "
    "drew draws drawn "
    "preferred believed considered described expressed stated mentioned perceived lacked failed needed wanted"
    " worked lived"
)
ADVERBS = word_set(
    "only also however therefore thus then now later ago earlier respectively significantly further furthermore"
    " still "
    "already often usually typically mainly mostly partly largely together apart alone overall too well more less"
    " most "
    "least approximately nearly almost roughly just even ever never twice once again prior instead annually old"
    " older "
    "younger worldwide each out"
)
STOPS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | VERBS | ADVERBS
"""Words that no noun phrase goes beyond."""

ENDS_CLAUSE = (CONJUNCTIONS - {"both"}) | AUXILIARIES | PRONOUNS | VERBS | word_set("than versus vs as compared")

PLURALS = word_set(
    "people women men children data criteria phenomena mice rats feet teeth staff police personnel sheep species"
    " series "
    "alumni media cattle fish youth infantry deer aircraft analyses theses hypotheses bacteria"
)
ADJECTIVES = word_set(
    "main key new old large small different young older younger adult female male public local senior junior"
    " further more "
    "other additional independent distinct recent current major minor rural urban private single separate"
    " consecutive "
    "healthy eligible low high open full similar relevant important frequent random patient-reported state-of-the-art"
)
ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ed", "ese", "ish")

UNIT_NOUNS = word_set("point points unit units deviation deviations")
"""Nouns that only say in what is measured."""

SAMPLES = word_set(
    "interview interviews participant participants respondent respondents interviewee interviewees informant"
    " informants "
    "questionnaire questionnaires volunteer volunteers subject subjects focus-group enrollees"
    " examinees "
    "discussants panelists panellists"
)
"""Nouns that name what a study samples, whatever the sentence says."""
DESIGN = word_set(
    "items questions variables models methods themes categories factors dimensions criteria hypotheses indicators"
    " algorithms baselines benchmarks layers conditions scenarios measures strategies approaches theories mechanisms"
    " points times aspects types ways issues techniques effects stages steps phases sessions workshops weeks traps"
    " locations treatments arms doses replicates replications settings outcomes parameters predictors domains roles"
    " definitions perspectives barriers facilitators statements metrics experiments tasks principles"
    " processes features predictions theorems properties configurations parts kinds forms groups years months days"
    " hours minutes seconds decades centuries concentrations temperatures levels values ranges percent degrees"
    " sensors gauges stations surveys waves rounds interventions drugs components attributes classes"
    " clusters assumptions research-questions datasets data-sets languages dialects goals objectives options"
    " instruments scales subscales markers coders raters occasions seasons cycles passes iterations epochs reasons"
    " masses explanations challenges implications contributions stereotypes frames"
)
"""Nouns of the design and the setting of a study, which are counted."""

SETTINGS = word_set(
    "schools hospitals clinics cities countries towns villages districts municipalities sites locations wards provinces"
    " states regions counties centres centers laboratories institutions universities islands nations continents"
    " settings areas places languages species communities neighbourhoods neighborhoods kindergartens"
)
"""Nouns for places, which say where a study was done."""

CONTENTS = word_set(
    "words tokens pages characters lines variables items questions features parameters nodes layers bits bytes"
    " sections chapters volumes species languages dialects"
)
"""Nouns for what a corpus or a record is made of, rather than for its units."""

BOUNDS = {
    "lower_bound": "more than|greater than|higher than|longer than|older than|larger than|at least|no fewer than|no"
    " less than"
    "|not less than|as many as at least|a minimum of|minimum of|exceeding|exceeded|over|above|upwards of|in excess"
    " of|well over"
    "|just over|>=|>|≥|≧|⩾",
    "upper_bound": "less than|fewer than|lower than|younger than|smaller than|shorter than|at most|no more than|not"
    " more than"
    "|up to|as many as|as much as|a maximum of|maximum of|under|below|just under|well under|<=|<|≤|≦|⩽",
    "approximate": "approximately|approx\\.?|about|around|nearly|almost|roughly|some|circa|ca\\.?|c\\.|close to|an"
    " estimated"
    "|estimated|an average of about|~|∼|≈|±",
}
