/** Has the language switch and the way to the codes keep the device. */
export function linkDevice(deviceId: string): void {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    ".top a[hreflang], .top a[href*='/errors']",
  );
  for (const link of links) link.href = withDevice(link.href, deviceId);
}

/** Has the address keep the device, too. */
export function rememberDevice(deviceId: string): void {
  linkDevice(deviceId);
  history.replaceState(history.state, "", withDevice(location.href, deviceId));
}

/** Gives an address the device, or takes it away. */
export function withDevice(href: string, deviceId: string): string {
  const url = new URL(href);
  url.hash = "";
  if (deviceId === "") url.searchParams.delete("deviceId");
  else url.searchParams.set("deviceId", deviceId);
  return url.href;
}
