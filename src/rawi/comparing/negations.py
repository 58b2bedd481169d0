"""Words that deny what stands after them, and what keeps them from denying it: in folded spelling."""

from __future__ import annotations

from rawi.arabic.quantities.word_sets import word_set

NEGATIONS = word_set("لا لم لن ليس ليست ليسوا لسنا لست ليسا عدم دون بدون غير كلا بلا")
# After these a negation means its contrary: لم يبق سوى القليل says that a little is left.
EXCEPTIONS = word_set("سوي الا غير")
# With these a negation denies nothing: لا يزال goes on, لا شك and لا بد are sure, لا سيما adds, ليس فقط says more, and
# لا يقل عن is a number.
AFFIRMED = word_set("يزال تزال يزالون نزال ازال يزل تزل زال زالت زالوا زلنا شك بد سيما فقط محاله ريب يقل تقل")
