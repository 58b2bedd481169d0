"""``rawi judge``: say that two things are the same or not; take it back; list what was said."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.model.corpus import Judgement
from rawi.model.identifiers import make_id
from rawi.store.dossier import open_dossier

_ABOUT = ("entities", "stories", "utterances")


@click.group()
def judge() -> None:
    """Keep your own judgements beside the computed ones: they win, and survive every rebuild.

    \b
    rawi judge add news.rawi different e_1f.. e_9c.. --by سعاد --note "الابن لا الأب"
    rawi judge list news.rawi
    rawi judge withdraw news.rawi j_77..
    """


@judge.command()
@dossier_argument
@click.argument("kind", type=click.Choice(["same", "different"]))
@click.argument("subject")
@click.argument("other")
@click.option("--about", type=click.Choice(_ABOUT), default="entities", show_default=True)
@click.option("--by", default=None, help="Who says so.")
@click.option("--note", default=None, help="Why.")
def add(dossier: Path, kind: str, subject: str, other: str, about: str, by: str | None, note: str | None) -> None:
    """Say that SUBJECT and OTHER (ids) are the same, or different. Counts from the next build on."""
    on = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    name = make_id("j", kind, about, *sorted((subject, other)), by, on)
    judgement = Judgement(
        name, "same" if kind == "same" else "different", about, subject, other, by=by, made_on=on, note=note
    )
    with open_dossier(dossier, write=True) as opened:
        opened.add_judgement(judgement)
    click.echo(name)


@judge.command("list")
@dossier_argument
def list_(dossier: Path) -> None:
    """List all judgements, withdrawn ones too."""
    with open_dossier(dossier) as opened:
        for item in opened.judgements():
            state = f"withdrawn {item.withdrawn_on}" if item.withdrawn_on else "holds"
            words = (
                item.id,
                item.kind,
                item.about,
                item.subject,
                item.other,
                item.field,
                item.value,
                item.by,
                item.note,
            )
            click.echo("\t".join([*(word or "-" for word in words), state]))


@judge.command()
@dossier_argument
@click.argument("judgement")
def withdraw(dossier: Path, judgement: str) -> None:
    """Take a JUDGEMENT (id) back. It stays on record as withdrawn."""
    with open_dossier(dossier, write=True) as opened:
        opened.withdraw_judgement(judgement, datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
