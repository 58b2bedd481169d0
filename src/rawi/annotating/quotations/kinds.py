"""What kind of source speaks: person, organisation, anonymous, collective, document or outlet."""

from __future__ import annotations

from rawi.annotating.quotations.prose import Prose
from rawi.model.labels import SourceKind
from rawi.model.span import Span

_DOCUMENTS = frozenset(
    """بيان البيان بيانها بيانه تقرير التقرير تقريرها دراسه الدراسه دراسات الدراسات استطلاع الاستطلاع وثيقه الوثيقه وثايق الوثايق
    بيانات البيانات احصاءات الاحصاءات احصاييه الاحصاييه احصاييات الاحصاييات ارقام الارقام قرار القرار نص النص رساله الرساله كتاب الكتاب
    ابحاث الابحاث بحث البحث بحوث البحوث نتايج النتايج قانون القانون نظام النظام ماده الماده لايحه اللايحه مسوده المسوده الاتفاقيه اتفاقيه مذكره
    المذكره خبر الخبر برقيه البرقيه وثيقتين تغريده صور الصور فيديو الفيديو مسح المسح موشر الموشر تحليل التحليل حصيله الحصيله سجلات اوراق
    معلومات المعلومات تعميم التعميم منشور المنشور خطاب الخطاب فتوي الفتوي حكم الحكم لايحه تقديرات التقديرات ورقه""".split()
)
_OUTLETS = frozenset(
    """صحيفه الصحيفه صحف الصحف صحيفتا جريده الجريده قناه القناه قنوات وكاله الوكاله وكالات موقع الموقع مواقع مجله المجله تلفزيون
    التلفزيون اذاعه الاذاعه شبكه الشبكه وسايل بوابه راديو فضاييه رويترز فرانس""".split()
)
_ANONYMOUS = frozenset(
    """مصدر المصدر مصادر المصادر مصدران المصدران مسوول مسوولون مسوولان مسوولين مسووله دبلوماسي دبلوماسيون دبلوماسيين شاهد شهود الشهود
    متحدث مندوب مندوبان مندوبون ضابط ضباط مقرب مقربون مراقب مراقبون مراقبين محلل محللون محللين متعاملون متعامل تجار مطلع مطلعون
    ناشط ناشطون نشطاء سكان السكان اهالي الاهالي خبير خبراء مختص مختصون باحث باحثون باحثين مواطن مواطنون مواطنين قيادي قاید قايد نايب
    نواب موظف طبيب اطباء علماء عالم متظاهرون محتجون بعض احد احدهم احدي عدد عده كثيرون اخرون اخر وزير مستشار عضو""".split()
)
_COLLECTIVES = frozenset(
    """الجانبان الطرفان الجانبين الطرفين المشاركون المجتمعون الحاضرون المتظاهرون المحتجون المواطنون الاهالي السكان الناس البعض
    الكثيرون الخبراء المحللون المراقبون الباحثون العلماء الاطباء الشهود الوزراء الرئيسان الرييسان الوزيران الزعيمان القاده الدول
    الحكومتان الحكومتين حكومتا وزراء رؤساء رووساء روساء قاده زعماء دول اللاعبون الجماهير العلماء النشطاء الناشطون المسوولون المختصون
    المعلمون الطلاب الاهل ذوو ذوي عايله اسره العايله الاسره""".split()
)
_HIDING = ("رفض الكشف", "طلب عدم", "فضل عدم", "اشترط عدم", "لم يكشف", "عدم ذكر", "عدم الكشف", "لم تسمه", "لم يسمه")


def source_kind(prose: Prose, source: Span | None, name: str | None) -> SourceKind | None:
    """The kind of the source, from its head noun and the names in it; None where nothing is known of it.

    A named person inside makes it a person; an indefinite office (مسؤول رفيع) is anonymous.
    """
    if source is None:
        return "person" if name else None
    first = prose.token_at(source.start)
    last = prose.first_token(source.end)
    folds = [prose.tokens[index].fold for index in range(first, last) if prose.tokens[index].kind == "word"]
    if not folds:
        return None
    inside = [mention for mention in prose.mentions if source.overlaps(mention.span)]
    head = _head(folds)
    if head in _DOCUMENTS:
        return "document"
    if head in _OUTLETS:
        return "outlet"
    if any(mention.type == "PER" and mention.form == "name" for mention in inside):
        return "person"
    if head in _COLLECTIVES:
        return "collective"
    if head in _ANONYMOUS and not (head.startswith("ال") and head not in _ALWAYS_UNNAMED):
        return "anonymous"
    tail = prose.text[source.end : source.end + 60]
    if any(words in tail for words in _HIDING):
        return "anonymous"
    if any(mention.type in ("ORG", "LOC", "GPE") and mention.start <= source.start + 12 for mention in inside):
        return "organisation"
    if head in _ORGANISATIONS or head.removeprefix("ال") in _ORGANISATIONS:
        return "organisation"
    if head.endswith(("ون", "ين", "وا")):
        return "collective"
    return "person"


_ALWAYS_UNNAMED = frozenset({"المصدر", "المصادر", "المصدران", "الشهود", "السكان", "الاهالي"})
_ORGANISATIONS = frozenset(
    """وزاره هييه مجلس حكومه جيش شركه موسسه منظمه حزب حركه جماعه لجنه جامعه محكمه نيابه شرطه اداره ادارات بنك مصرف اتحاد تحالف
    تنظيم قوات مليشيات سلطات رياسه برلمان مكتب مركز نادي معهد مديريه امانه بلديه محافظه سفاره دفاع مرصد نقابه غرفه هيئه
    جمعيه وكاله صندوق كونغرس بنتاغون بورصه قياده اركان خارجيه داخليه""".split()
)


def _head(folds: list[str]) -> str:
    """The head noun: the first word, without a proclitic that would hide it."""
    first = folds[0]
    known = _DOCUMENTS | _OUTLETS | _ANONYMOUS | _COLLECTIVES
    if first in known:
        return first
    if first.startswith("لل") and "ال" + first[2:] in known:
        return "ال" + first[2:]
    for proclitic in "ولبف":
        if first.startswith(proclitic) and first[1:] in known:
            return first[1:]
    return first
