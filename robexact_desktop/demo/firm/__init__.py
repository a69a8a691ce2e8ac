"""The imaginary firm of the demo: Bouwwerken Peeters BV in Waterhoven, whole in Robaws and in Exact.

Every name, number and address is invented; the check digits are right.
"""

from robexact_desktop.demo.firm.firm import Firm, plant

__all__ = ["Firm", "plant"]
