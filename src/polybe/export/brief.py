"""stub"""


def render_brief(account, coded, messages):  # type: ignore
    return ""
