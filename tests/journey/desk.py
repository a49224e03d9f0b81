"""The editor's hands: composing, translating and publishing in Wagtail's admin."""

import re

from playwright.sync_api import Locator, Page, expect


class Desk:
    """A member of staff at work in the admin."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def log_in(self, name: str, password: str) -> None:
        """Enter the admin."""
        self.page.goto("/admin/login/")
        self.page.fill("[name=username]", name)
        self.page.fill("[name=password]", password)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def new_alert(self, index: int, title: str, summary: str) -> None:
        """Begin an alert below the page ``index``."""
        self.page.goto(f"/admin/pages/add/alerts/alertpage/{index}/")
        self.page.locator("[name=title]").fill(title)
        self.page.locator("[name=summary]").fill(summary)

    def add_block(self, name: str) -> Locator:
        """Add a block of the body and return it."""
        self.page.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        return self.page.locator("[data-streamfield-child]").last

    def create_action(self, block: Locator, kind: str, name: str) -> None:
        """Create the action in the block's own dialog."""
        block.get_by_role("button", name=f"Choose or create a {kind}").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("tab", name="Create").click()
        dialog.get_by_label("Name").fill(name)
        dialog.get_by_role("button", name="Create").click()
        dialog.wait_for(state="hidden")

    def fill(self, block: Locator, **texts: str) -> None:
        """Fill the plain fields of a block by their names."""
        for field, text in texts.items():
            block.locator(f"[name$='-{field}']").fill(text)

    def write(self, block: Locator, field: str, text: str) -> None:
        """Type into a rich text of the block, and wait until the editor has taken it."""
        block.locator("[contenteditable=true]").first.click()
        self.page.keyboard.type(text)
        expect(block.locator(f"[name$='-{field}']")).to_have_value(re.compile(re.escape(text)))

    def publish(self) -> None:
        """Publish what is open in the editor, once that has stored the new page by itself.

        Pressed before, the button would send the page while its first draft is on the way.
        """
        expect(self.page).to_have_url(re.compile(r"/edit/$"))
        self.page.get_by_role("button", name="More actions").last.click()
        self.page.get_by_role("button", name="Publish").click()
        expect(self.page.locator(".messages")).to_contain_text("published")

    def translate(self, pk: int, language: str, words: dict[str, str]) -> None:
        """Submit page ``pk`` for translation and type each translation beside its source."""
        self.page.goto(f"/admin/localize/submit/page/{pk}/")
        self.page.get_by_label(language).check()
        self.page.get_by_role("button", name="Submit").click()
        self.page.get_by_role("button", name="Translate").first.wait_for()
        while self.page.locator("li.incomplete").count():
            self._translate_next(words)

    def _translate_next(self, words: dict[str, str]) -> None:
        segment = self.page.locator("li.incomplete").first
        source = " ".join(segment.inner_text().split())
        segment.get_by_role("button", name="Translate", exact=True).click()
        translation = next(text for english, text in words.items() if english in source)
        segment.locator("textarea").fill(translation)
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_role("button", name="Save", exact=True).wait_for(state="hidden")

    def publish_translation(self, language: str) -> None:
        """Publish the open translation."""
        self.page.get_by_role("button", name=f"Publish in {language}").click()
        expect(self.page.locator(".messages")).to_contain_text("Published")
