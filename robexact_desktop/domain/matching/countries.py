"""Names of the countries that Belgian and Dutch firms trade with, as people type them; the key is casefolded."""

_NAMES = {
    "AT": "oostenrijk, autriche, austria, österreich, aut",
    "BE": "belgië, belgie, belgique, belgium, belgien, bel, b",
    "BG": "bulgarije, bulgarie, bulgaria, bgr",
    "CH": "zwitserland, suisse, switzerland, schweiz, che",
    "CY": "cyprus, chypre, cyp",
    "CZ": "tsjechië, tsjechie, tchéquie, czechia, czech republic, cze",
    "DE": "duitsland, allemagne, germany, deutschland, deu, d",
    "DK": "denemarken, danemark, denmark, dnk",
    "EE": "estland, estonie, estonia, est",
    "ES": "spanje, espagne, spain, españa, esp",
    "FI": "finland, finlande, fin",
    "FR": "frankrijk, france, frankreich, fra, f",
    "GB": "uk, xi, verenigd koninkrijk, royaume uni, united kingdom, great britain, groot brittannië, gbr, "
    "northern ireland, noord ierland, engeland, england",
    "GR": "el, griekenland, grèce, greece, grc",
    "HR": "kroatië, kroatie, croatie, croatia, hrv",
    "HU": "hongarije, hongrie, hungary, hun",
    "IE": "ierland, irlande, ireland, irl",
    "IT": "italië, italie, italy, italia, ita",
    "LT": "litouwen, lituanie, lithuania, ltu",
    "LU": "luxemburg, luxembourg, lux, l",
    "LV": "letland, lettonie, latvia, lva",
    "MT": "malta, malte, mlt",
    "NL": "nederland, pays bas, netherlands, the netherlands, niederlande, holland, nld",
    "NO": "noorwegen, norvège, norway, nor",
    "PL": "polen, pologne, poland, polska, pol",
    "PT": "portugal, prt",
    "RO": "roemenië, roemenie, roumanie, romania, rou",
    "SE": "zweden, suède, sweden, swe",
    "SI": "slovenië, slovenie, slovénie, slovenia, svn",
    "SK": "slowakije, slovaquie, slovakia, svk",
    "TR": "turkije, turquie, turkey, türkiye, tur",
    "US": "usa, verenigde staten, états unis, united states",
}

ISO2 = {name.strip(): code for code, names in _NAMES.items() for name in names.split(",")}
