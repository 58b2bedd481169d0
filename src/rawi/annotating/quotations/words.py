"""Closed classes of words that the grammar stands on, all folded."""

from __future__ import annotations

from rawi.arabic.word_lists import read_words

# أن, إن and the forms with a pronoun; the pronoun belongs to the content, the particle does not.
PARTICLES = frozenset({"ان", "بان", "وان", "وبان", "فان", "الا", "بالا", "لان"})
BARE_PARTICLES = frozenset({"ان", "بان"})
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم", "ي", "نه", "نني", "ننا")
BOUND_PARTICLES = frozenset(stem + pronoun for stem in ("ان", "بان") for pronoun in _PRONOUNS)
COORDINATED_PARTICLES = frozenset({"وان", "وبان"} | {"و" + form for form in BOUND_PARTICLES})

# Words after which أن belongs to them and not to the verb of speaking.
OWNERS_OF_AN = read_words("owners_of_an")

PREPOSITIONS = {
    "to": frozenset({"الي", "لالي"}),
    "on": frozenset({"علي"}),
    "about": frozenset({"عن"}),
    "of": frozenset({"من"}),
    "in": frozenset({"في"}),
}
ALL_PREPOSITIONS = read_words("all_prepositions")
# Prepositions that may continue a speaker's description (مسؤول في الوزارة، مصدر من الشرطة).
NOUN_PREPOSITIONS = frozenset({"في", "من", "ب", "لدي", "عن", "علي", "باسم", "ضد", "داخل", "بين"})

# Nouns whose في-phrase tells where or how something was said.
OCCASIONS = read_words("occasion_nouns")
ADVERBS = read_words("adverbs")
# Prepositions with a pronoun: they may stand between a verb and its subject (قال له الوزير، كشف عنه المدير).
BOUND_PREPOSITIONS = frozenset(
    stem + pronoun
    for stem in ("ل", "عن", "في", "ب", "من", "الي", "علي", "مع")
    for pronoun in ("ه", "ها", "هم", "هما", "نا", "ي", "ك", "كم")
) | frozenset({"لي", "عني", "مني"})
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "ممن", "الذى"})
# Words that may open a clause before its verb without being its subject.
CLAUSE_OPENERS = read_words("clause_openers")
COPULAS = frozenset({"كان", "وكان", "كانت", "وكانت", "قد", "وقد", "كانا", "كانوا", "وكانوا", "سوف", "لقد", "ولقد"})
NEGATIONS = frozenset({"لم", "لا", "لن", "ولم", "ولا", "ولن", "دون", "بدون", "عدم", "ليس", "فلم", "ولما"})

# What a clause of the outlet's own begins with after a speaker's words.
NARRATOR_OPENERS = frozenset(
    {"وذلك", "فيما", "بينما", "جاء", "وجاء", "وياتي", "ياتي", "ويذكر", "يذكر", "ويشار", "يشار"}
)
# Words before which reported words may end although no comma stands there.
BOUNDARY_OPENERS = NARRATOR_OPENERS | read_words("boundary_openers")
COLON = ":"
STOPS = frozenset(".!؟?؛;")
COMMAS = frozenset("،,")
DASHES = frozenset("-–—")
