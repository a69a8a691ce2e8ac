"""English. Activating: the own app, the sign-in, secrets."""

SENTENCES: dict[str, str] = {
    "window.activate.title": "Sign in to Exact Online",
    "window.activate.job": "Signing in to Exact",
    "window.activate.whose": "RobExact books under your own Exact user. Only Exact sees your password.",
    "window.activate.agree": "Sign in with your browser and agree",
    "window.activate.agree.why": (
        "Tick all companies: what you do not tick now the program cannot see later. Take a user of its "
        "own; shared with another coupling, that one may sign you out."
    ),
    "window.activate.open": "Open Exact in the browser",
    "window.activate.itself": "The demo signs itself in",
    "window.activate.wait": "being prepared …",
    "window.activate.ready": "ready to open",
    "window.activate.opened": "opened in your browser",
    "window.activate.not_opened": "No browser opened; the address is on your clipboard.",
    "window.activate.copy": "Copy the whole address of the page where you end",
    "window.activate.copy.why": (
        "That is your own website. Does it say “page not found”? That is fine, only the address in the "
        "address bar matters."
    ),
    "window.activate.paste": "Paste the address here",
    "window.activate.paste.why": "Where the browser itself says that you are signed in, there is nothing to paste.",
    "window.activate.clipboard": "Exact's address is on your clipboard",
    "window.activate.clipboard.what": "It belongs to this sign-in and was filled in for you.",
    "window.activate.put": "Paste",
    "window.activate.consequence": "Nothing is booked. While this is open other work waits.",
    "window.activate.stop": "Do not sign in",
    "window.activate.finish": "Finish signing in",
    "window.activate.checking": "Checking …",
    "window.activate.failed": "Not signed in",
    "window.activate.failed.what": (
        "{reason}. Nothing was kept. An address serves only once: open Exact again and paste the new address."
    ),
    "window.app.title": "Your own app in Exact",
    "window.app.why": (
        "RobExact uses an app that you register with Exact yourself. So you keep the key. You do this once."
    ),
    "window.app.open": "Open Exact's App Centre and choose “My apps”, “Add app”",
    "window.app.open.why": "Sign in with a user who may manage apps.",
    "window.app.open_it": "Open the App Centre",
    "window.app.type": "Type these there",
    "window.app.type.why": (
        "The redirect address is an https address of your own; here and at Exact it must be the same, "
        "letter for letter."
    ),
    "window.app.name": "Name of the app",
    "window.app.manage": "Manage",
    "window.app.manage.what": "accounting, cost centers, relations, documents",
    "window.app.view": "View",
    "window.app.view.what": "general ledger, receivables, cash flow, administration",
    "window.app.bring": "Bring back what Exact shows",
    "window.app.bring.why": "The secret goes to the key store of your computer, never to a file.",
    "window.app.copy": "Copy",
    "window.app.copied": "Copied",
    "window.app.secret_held": "•••••••••••• kept; leaving it empty keeps it",
    "window.app.consequence": (
        "Switch off the coupling with Exact inside Robaws: two couplings would book each invoice twice."
    ),
    "window.app.keep": "Keep and sign in",
    "window.secrets.where": "They go to the key store of this computer and are never shown again.",
    "window.secrets.keep": "Keep and test",
}
