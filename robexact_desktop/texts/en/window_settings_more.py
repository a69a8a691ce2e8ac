"""English. The tab Instellingen: costs, mail, environments, and what hardly anybody changes."""

SENTENCES: dict[str, str] = {
    "window.settings.page.costs": "Cost centers",
    "window.settings.page.mail": "Notifications",
    "window.settings.page.environments": "Environments",
    "window.settings.answered_at": "last answer on {when}",
    "window.settings.check_failed": "check failed",
    "window.settings.calendar": "Pick a day",
    "window.settings.more": "Advanced",
    "window.settings.more.what": "Change this only when support asks for it. Empty is the default.",
    "window.settings.more.base_url": "empty: the site of the chosen country",
    "window.settings.costs.what": (
        "Which project is which cost center, and which activity which cost unit, is linked at General ledger."
    ),
    "window.settings.costs.open": "Link cost centers at General ledger",
    "window.settings.mail": "Mail on problems",
    "window.settings.mail.what": (
        "This account is for telling what was refused or is uncertain. The password goes to the key "
        "store of this computer."
    ),
    "window.settings.mail.port": "empty: 587 for STARTTLS, 465 for TLS, 25 without",
    "window.settings.mail.recipients": "several addresses with commas between",
    "window.settings.mail.change": "Change password…",
    "window.settings.mail.test": "Test mail",
    "window.settings.mail.send": "Send a test mail",
    "window.settings.mail.sending": "Being sent …",
    "window.settings.mail.sent": "The mail server accepted the test mail",
    "window.settings.mail.sent.what": "check that it arrives at {who}",
    "window.settings.mail.not_sent": "The test mail was not sent",
    "window.settings.mail.subject": "RobExact: test mail of {environment}",
    "window.settings.mail.text": "This is a test mail of RobExact Desktop for {environment}. Nothing was booked.",
    "window.settings.column.environment": "Environment",
    "window.settings.column.role": "Role",
    "window.settings.column.login": "Login to Exact",
    "window.settings.column.company": "Company",
    "window.settings.column.active": "Active",
    "window.settings.environments.what": (
        "Each environment has its own Robaws, company, settings and links. Switching off keeps "
        "everything and stops all traffic."
    ),
    "window.settings.environments.new": "New environment",
    "window.settings.environments.own": "own login",
    "window.settings.environments.managed": "The login is managed by {primary}",
    "window.settings.environments.add": "Add environment",
    "window.settings.environments.then": "It begins switched off; fill in its settings first.",
}
