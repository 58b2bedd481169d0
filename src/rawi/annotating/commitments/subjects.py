"""Subjects behind their verbs: where a noun phrase ends, and whether it is who asks or who is asked.

Arabic writes the one who asks and the one who is asked alike behind the verb (طالب الوزير / طالب الوزيرَ). What tells
them apart without vowel marks is agreement: a verb before its subject is singular and takes the subject's gender, the
sound plural shows its case (اللاعبون، اللاعبين).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from rawi.annotating.commitments.clauses import QUOTE_MARKS, Sentence

# How a verb agrees: "plural" verbs and adverbs (مطالبا) have their subject before them.
Agreement: TypeAlias = Literal["masculine", "feminine", "plural", "adverb", "unknown"]

# Countries that take a masculine verb (folded); all others are feminine.
_MASCULINE_COUNTRIES = frozenset(
    ["العراق", "لبنان", "الاردن", "المغرب", "السودان", "اليمن", "الصومال", "تشاد", "الفاتيكان"]
)
# Heads of bodies and offices that are masculine, so that a feminine verb before them has another subject (folded).
_MASCULINE_HEADS = frozenset(
    [
        *("تنظيم", "التنظيم", "حزب", "الحزب", "مجلس", "المجلس", "جيش", "الجيش", "نظام", "النظام", "اتحاد", "الاتحاد"),
        *("بنك", "مركز", "المجتمع", "رييس", "الرييس", "وزير", "الوزير", "شعب", "الشعب", "الطرف", "جانب", "الجانب"),
        *("التحالف", "البرلمان", "امين", "حلف", "مدير", "قايد", "ملك", "الملك", "امير", "نادي", "مدرب"),
    ]
)
# Whom everybody asks and who is hardly ever told to ask (folded): news writes them as objects.
_ADDRESSEES = (
    *(("المجتمع", "الدولي"), ("الجهات", "المعنيه"), ("الجهات", "المختصه"), ("الجهات", "المسووله")),
    *(("الجهات", "ذات"), ("الراي", "العام"), ("جميع", "الاطراف"), ("كافه", "الاطراف"), ("كل", "الاطراف")),
)
_COLLECTIVES = frozenset(["كل", "جميع", "كافه", "بعض", "عدد", "مجموعه", "سائر", "ساير"])
# Words that no noun phrase holds: prepositions and adverbs.
NO_PHRASE = frozenset(
    [
        *("ان", "في", "من", "الي", "علي", "عن", "مع", "خلال", "بعد", "قبل", "امس", "اليوم", "له", "لها", "مني", "منه"),
        *("منها", "منهم", "فيه", "فيها", "ليس", "ايضا", "كذلك", "عبر", "لدي", "ضد", "تجاه", "حيال", "هناك", "هنا"),
    ]
)


def find_agreement(word: str) -> Agreement:
    """How a folded commissive verb agrees with its subject.

    >>> [find_agreement(word) for word in ("وطالبت", "يدعو", "ويطالبون", "مطالبا", "تعهد")]
    ['feminine', 'masculine', 'plural', 'adverb', 'masculine']
    """
    bare = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    bare = bare.removeprefix("س") if bare[:2] in ("سي", "ست") else bare
    if bare.endswith("وا") or (bare[:1] in "يت" and bare.endswith(("ون", "ان")) and len(bare) > 5):
        return "plural"
    if bare[:1] == "م" and len(bare) > 4:
        return "adverb"
    if bare.endswith("ت"):
        return "feminine"
    if bare[:1] == "ت" and len(bare) > 3:
        # تعهّد is a masculine perfect; the imperfects of the commissive verbs beginning with ت have four letters more.
        return "feminine" if not bare.startswith(("تعهد", "توعد", "توقع", "تاهب", "تهيا", "تمسك")) else "masculine"
    return "masculine"


def is_addressed(sentence: Sentence, verb: int, first: int, last: int, named: str | None = None) -> bool:
    """Whether the phrase behind a verb of asking is whom it asks, by agreement; False where letters don't tell.

    ``named`` is the type of the name that the phrase is, None for common nouns.

    >>> from rawi.annotating.commitments.clauses import find_sentence_tokens
    >>> from rawi.arabic.tokens import view_text
    >>> asked = next(find_sentence_tokens(view_text("ودعا المتقدمين إلى الحضور")))
    >>> asking = next(find_sentence_tokens(view_text("ودعا المشرفون إلى الحضور")))
    >>> is_addressed(asked, 0, 1, 2), is_addressed(asking, 0, 1, 2)
    (True, False)
    """
    agreement = find_agreement(sentence.folds[verb])
    if agreement in ("plural", "adverb"):
        return True
    if sentence.folds[first : first + 2] in _ADDRESSEES:
        return True
    head = sentence.folds[first]
    final = sentence.folds[last - 1]
    if named is None and ((head.startswith("ال") and head.endswith("ين") and len(head) > 5) or _is_oblique(final)):
        return True
    if head in _COLLECTIVES and last - first > 1:
        head = sentence.folds[first + 1]
        return named is None and ((head.endswith("ين") and len(head) > 5) or _is_oblique(head))
    if agreement == "masculine":
        token = sentence.tokens[first]
        feminine = sentence.text[token.start : token.end].endswith("ة") or head.endswith("ات")
        if named in ("GPE", "LOC"):
            return head not in _MASCULINE_COUNTRIES
        return feminine and named != "PER"
    return agreement == "feminine" and head in _MASCULINE_HEADS


def _is_oblique(word: str) -> bool:
    """Whether a folded word is a sound plural with a pronoun in a case no subject has (مواطنيها، لاعبيهم)."""
    return len(word) > 5 and word.endswith(("يها", "يهم", "يهما"))


def find_phrase_end(sentence: Sentence, first: int, border: int) -> int:
    """Where the noun phrase that begins at ``first`` ends, at most at ``border``; ``first`` itself where none is.

    It ends before prepositions, adverbs (علناً) and a second definite noun that can't be the first one's adjective
    (طالبت الحكومة | المجتمع الدولي).

    >>> from rawi.annotating.commitments.clauses import find_sentence_tokens
    >>> from rawi.arabic.tokens import view_text
    >>> line = next(find_sentence_tokens(view_text("طالبت الحكومة المجتمع الدولي برفع الحظر")))
    >>> find_phrase_end(line, 1, 4)
    2
    """
    place = first
    while place < border:
        word = sentence.folds[place]
        token = sentence.tokens[place]
        surface = sentence.text[token.start : token.end]
        if token.kind != "word" or word in NO_PHRASE or word in QUOTE_MARKS or surface.endswith(("ً", "اً", "ًا")):
            break
        if word.startswith(("لل", "بال")) or (place > first and _begins_another(sentence, first, place)):
            break
        place += 1
    return place


# Forms of address that are whole phrases (folded): what follows is somebody else.
_ADDRESSES = frozenset(["معاليه", "سموه", "فضيلته", "سعادته", "دولته", "فخامته", "جلالته", "سماحته"])


def _begins_another(sentence: Sentence, first: int, place: int) -> bool:
    """Whether a definite word can be neither adjective nor genitive of what stands before it."""
    word, head, before = sentence.folds[place], sentence.folds[first], sentence.folds[place - 1]
    if not word.startswith("ال"):
        return False
    if before in _ADDRESSES:
        return True
    if not before.startswith("ال"):  # a genitive, but not behind a sound plural that kept its ن
        return len(before) > 5 and before.endswith("ون")
    if word.endswith("ين"):
        return True
    return head.startswith("ال") and _ending(sentence, place) != _ending(sentence, first)


def _ending(sentence: Sentence, place: int) -> str:
    """What an adjective of the word shares with it: ة, ات or neither."""
    token = sentence.tokens[place]
    surface = sentence.text[token.start : token.end]
    return next((ending for ending in ("ة", "ات") if surface.endswith(ending)), "")
