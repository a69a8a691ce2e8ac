"""Rules 7: to the cent (S9). VAT per rate as on the invoice, the last cent on the largest line, explicitly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from robexact_desktop.domain.invoice import Invoice, InvoiceLine
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.money import CENT, ZERO, cents, total, vat_of
from robexact_desktop.domain.problems import Problem, ProblemCode, problem, warning

CENTS_IN_ALL = 5
"""Rounding per line moves 20,000 random invoices of 2-20 lines by at most 0.05 (facts: bookkeeping 3.10)."""


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """What a line posts, before the sign of a credit note. `vat` is None where its code carries no VAT at all (N)."""

    net: Decimal
    vat: Decimal | None


@dataclass(frozen=True, slots=True)
class Amounts:
    lines: tuple[LineAmounts, ...]
    problems: tuple[Problem, ...] = ()


def amounts(invoice: Invoice, codes: Sequence[VATCode | None]) -> Amounts:
    """Net and VAT of each line, such that they add up to the invoice's own totals.

    Robaws gives lines and two totals, no VAT per rate: the VAT is `totalInclVat - totalExclVat`, computed per rate. A
    rest of at most one cent a line and five in all is told and goes to the largest line of the rate; more blocks.
    """
    rates = [rate_of(line, code) for line, code in zip(invoice.lines, codes, strict=True)]
    nets, net_problems = _nets(invoice)
    per_rate, vat_problems = _vat_per_rate(invoice, rates)
    vats = _vat_per_line(nets, rates, per_rate)
    lines = (
        LineAmounts(net, None if code is not None and code.type == "N" else vat)
        for net, vat, code in zip(nets, vats, codes, strict=True)
    )
    return Amounts(tuple(lines), net_problems + vat_problems)


def rate_of(line: InvoiceLine, code: VATCode | None) -> Decimal:
    """The percentage that the line's VAT is computed with.

    Zero for reverse charge (Exact books due and deductible itself, the total equals the net) and for type N.
    """
    if code is not None and (code.charged or code.type == "N"):
        return ZERO
    if line.percentage is not None:
        return line.percentage
    return code.percentage if code is not None else ZERO


def _nets(invoice: Invoice) -> tuple[list[Decimal], tuple[Problem, ...]]:
    nets = [cents(line.net) for line in invoice.lines]
    if invoice.total_excl is None or not nets:
        return nets, _nothing_but_a_total(invoice)
    stated = cents(invoice.total_excl)
    nets[_largest(nets, range(len(nets)))] += stated - total(nets)
    rest = stated - cents(sum((line.net for line in invoice.lines), ZERO))
    return nets, _judged("net", rest, stated, len(nets))


def _nothing_but_a_total(invoice: Invoice) -> tuple[Problem, ...]:
    if invoice.lines or not invoice.total_incl:
        return ()
    return _judged("net", invoice.total_incl, invoice.total_incl, 0)


def _vat_per_rate(invoice: Invoice, rates: Sequence[Decimal]) -> tuple[dict[Decimal, Decimal], tuple[Problem, ...]]:
    by_rate: dict[Decimal, list[Decimal]] = {}
    for line, rate in zip(invoice.lines, rates, strict=True):
        by_rate.setdefault(rate, []).append(line.net)
    computed = {rate: vat_of(sum(nets, ZERO), rate) for rate, nets in by_rate.items()}
    if invoice.total_incl is None or invoice.total_excl is None or not invoice.lines:
        return computed, ()
    rest = invoice.vat_total - total(computed.values())
    taxed = {rate: nets for rate, nets in by_rate.items() if rate}
    problems = _judged("vat", rest, invoice.vat_total, sum(map(len, taxed.values())))
    if rest and taxed:
        computed[_rate_that_was_rounded(taxed, computed, rest)] += rest
    return computed, problems


def _rate_that_was_rounded(
    taxed: Mapping[Decimal, Sequence[Decimal]], computed: Mapping[Decimal, Decimal], rest: Decimal
) -> Decimal:
    """The rate whose lines, each rounded by itself, give just this rest; else the rate with the largest base."""
    per_line = {rate: total(vat_of(net, rate) for net in nets) for rate, nets in taxed.items()}
    explained = [rate for rate in taxed if per_line[rate] - computed[rate] == rest]
    return max(explained or taxed, key=lambda rate: abs(sum(taxed[rate], ZERO)))


def _vat_per_line(
    nets: Sequence[Decimal], rates: Sequence[Decimal], per_rate: Mapping[Decimal, Decimal]
) -> list[Decimal]:
    vats = [vat_of(net, rate) for net, rate in zip(nets, rates, strict=True)]
    for rate, of_rate in per_rate.items():
        lines = [index for index, line_rate in enumerate(rates) if line_rate == rate]
        vats[_largest(nets, lines)] += of_rate - total(vats[index] for index in lines)
    return vats


def _largest(nets: Sequence[Decimal], among: Iterable[int]) -> int:
    return max(among, key=lambda index: abs(nets[index]))


def _judged(what: str, rest: Decimal, stated: Decimal, lines: int) -> tuple[Problem, ...]:
    if not rest:
        return ()
    facts = {"stated": stated, "computed": stated - rest, "difference": rest}
    if abs(rest) <= min(lines, CENTS_IN_ALL) * CENT:
        return (warning(ProblemCode.TOTALS_DIFFER, f"{what}_cents", **facts),)
    return (problem(ProblemCode.TOTALS_DIFFER, what, **facts),)
