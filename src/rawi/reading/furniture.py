"""Furniture: text of the page that is not the article."""

from __future__ import annotations

import re

from rawi.arabic.letters import fold, fold_letters
from rawi.model.span import Span, trim

# Whole lines, in their folded form. Each is a form that content systems and themes print on many sites.
_LINES = re.compile(
    r"""^\W*(?:
      [+-]?\s*[aA]\s*[+-]?(?:\s+[+-]?[aA][+-]?)*            # size buttons
    | حجم\s+الخط.* | تكبير\s+الخط.* | تصغير\s+الخط.* | الخط
    | (?:مقالات|اخبار|موضوعات|مواضيع|مواد|قصص)\s+(?:ذات|متعلق\w*|مرتبط\w*)(?:\s+صله)?.{0,12}
    | (?:اقرا|اقراي|شاهد|طالع|تابع|اقرووا|اقرؤوا)\s+(?:ايضا?|ايضاً|المزيد|كذلك).{0,90}
    | زر\s+الذهاب\s+الي\s+الاعلي | (?:العوده|الرجوع)\s+الي\s+(?:الاعلي|الرئيسيه|الصفحه\s+الرئيسيه).*
    | (?:شارك|شاركها|مشاركه|انشر|غرد|طباعه|نسخ\s+الرابط|ارسل|ارسال|حفظ|تعليق|تعليقات|التعليقات)(?:\s+\S+){0,5}
    | (?:فيسبوك|فيس\s*بوك|تويتر|واتس\s*اب|واتساب|تيلي?جرام|تلغرام|لينكد\s*ان|ماسنجر|بينتر?يست|facebook|twitter|
        whatsapp|telegram|email|print|share|tweet|x|instagram|linkedin)(?:\W+\w+){0,6}
    | (?:الرئيسيه|الصفحه\s+الرئيسيه)(?:\s*[/»>|-]\s*\S.{0,60})?
    | (?:جميع|كل|كافه)\s+الحقوق\s+محفوظه.* | حقوق\s+(?:النشر|الطبع).* | copyright.* | ©.*
    | (?:تابعونا|تابعنا|اشترك|اشتركوا|انضم|حمل|حملوا|سجل|للاشتراك|لمتابعه)\s+.{0,110}(?:تويتر|فيسبوك|يوتيوب|
        واتس\w*|تل\w*جرام|تلغرام|قناه|القناه|نشره|النشره|التطبيق|تطبيق|البريد|حساب\w*|google|news|جوجل|
        غوغل).{0,60}
    | (?:الوسوم|وسوم|سمات|كلمات\s+(?:مفتاحيه|دلاليه|البحث)|الكلمات\s+المفتاحيه|tags?|هاشتا[غق])\s*:?.{0,200}
    | (?:عدد\s+)?(?:القراءات|المشاهدات|الزيارات|القراء|قراءه|مشاهدات)\s*:?\s*[\d,.]*
    | (?:المصدر|تاريخ\s+النشر|اخر\s+تحديث|تم\s+النشر|نشر\s+في|نشر\s+بتاريخ|وقت\s+القراءه|مده\s+القراءه)\s*:.{0,80}
    | \d+\s+(?:دقيق\w+|دقائق)\s+(?:قراءه|للقراءه) | دقيقه\s+واحده
    | رابط\s+(?:الخبر|المقال|مختصر|قصير).{0,220}
    | (?:https?://|www\.)\S+ | \S+@\S+\.\w+
    | (?:اعلان|اعلانات|advertisement) | (?:السابق|التالي)(?:\s*[«»<>].*)? | المزيد(?:\s+\S+){0,3} |
         (?:صوره\s+)?ارشيفيه
    | (?:تحميل|جار\s+التحميل)\W* | لا\s+(?:توجد|يوجد)\s+تعليق\w* | اترك\s+(?:تعليق\w*|ردا?).*
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
# What systems glue to the end of the last paragraph.
_TAIL = re.compile(
    r"(?:\s|^)(?:رابط الخبر بصحيفه .{5,220}|سمات (?:\S+ ){2,40}\S*|\S+@\S+\.\w{2,4}|https?://\S+"
    r"|(?:للمزيد|المزيد) (?:علي|من|عن) .{0,60}(?:الرابط|هنا).{0,20}|اقرا ايضا ?:.{5,150})\s*$"
)
_LONGEST_LINE = 240
_CLOSED = re.compile(r"[.!؟»\"”)]\s*$")


def is_furniture(line: str) -> bool:
    """Whether a whole line is part of the page's frame.

    >>> is_furniture("A+ A-"), is_furniture("زر الذهاب إلى الأعلى")
    (True, True)
    >>> is_furniture("شارك الوزير في القمة المنعقدة في بغداد.")
    False
    """
    folded = fold(line).strip()
    if not folded:
        return True
    if len(folded) > _LONGEST_LINE:
        return False
    return bool(_LINES.match(folded)) or not any(letter.isalnum() for letter in folded)


def trailing_furniture(text: str, paragraph: Span) -> Span | None:
    """Furniture glued to the end of a paragraph, or None.

    >>> line = "انتهى الاجتماع أمس. رابط الخبر بصحيفة الضفاف: اجتماع بغداد"
    >>> trailing_furniture(line, Span(0, len(line))).of(line)
    'رابط الخبر بصحيفة الضفاف: اجتماع بغداد'
    """
    words = text[paragraph.start : paragraph.end]
    # Folding must keep offsets here, so marks stay in; the forms hold none.
    match = _TAIL.search(fold_letters(words))
    if not match:
        return None
    before = words[: match.start()]
    if before.strip() and not _CLOSED.search(before):
        return None
    return trim(text, paragraph.start + match.start(), paragraph.end)
