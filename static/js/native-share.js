/* Offers the device's own way to share, where there is one. */

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) break;
  button.closest("[hidden]").hidden = false;
  button.addEventListener("click", async () => {
    const { shareTitle: title, shareUrl: url } = button.dataset;
    try {
      await navigator.share({ title, url });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
}
