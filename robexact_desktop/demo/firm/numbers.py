"""Imaginary numbers with right check digits. 0999.xxx.xxx was never given to an enterprise, nor bank code 999."""


def enterprise_number(serial: int) -> str:
    """Ten digits: eight of the number, then 97 minus their rest (0999000129 for serial 1)."""
    base = 9_990_000 + serial
    return f"{base:08}{97 - base % 97:02}"


def dotted(number: str) -> str:
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"


def ogm(serial: int) -> str:
    """Twelve digits of a structured communication: rest of 97, where 0 is written 97."""
    return f"{serial:010}{serial % 97 or 97:02}"


def iban(serial: int) -> str:
    account = 9_990_000_000 + serial
    digits = f"{account}{account % 97 or 97:02}"
    return f"BE{98 - int(digits + '111400') % 97:02}{digits}"  # B = 11, E = 14


def dutch_vat_number(serial: int) -> str:
    """The ninth digit is the weighted sum modulo eleven; a rest of 10 is no digit and is stepped over."""
    base = 9_990_0000 + serial * 2
    while _weighted(base) == 10:
        base += 1
    return f"NL{base}{_weighted(base)}B01"


def german_vat_number(serial: int) -> str:
    """Modulo 11,10."""
    base = f"{99_900_000 + serial}"
    product = 10
    for digit in base:
        product = 2 * ((int(digit) + product) % 10 or 10) % 11
    return f"DE{base}{(11 - product) % 10}"


def luxembourg_vat_number(serial: int) -> str:
    base = 999_000 + serial
    return f"LU{base}{base % 89:02}"


def french_vat_number(serial: int) -> str:
    """A SIREN (Luhn) behind its key."""
    base = f"{99_900_000 + serial}"
    doubled = sum(sum(divmod(int(digit) * 2, 10)) for digit in base[1::2])
    siren = int(base + str(-(doubled + sum(int(digit) for digit in base[::2])) % 10))
    return f"FR{(12 + 3 * (siren % 97)) % 97:02}{siren}"


def _weighted(base: int) -> int:
    return sum(int(digit) * weight for digit, weight in zip(str(base), range(9, 1, -1), strict=True)) % 11
