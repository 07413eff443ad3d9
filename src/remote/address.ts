/** On which address of this machine the page is served. */
import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { UserError } from "../errors.ts";

/** Browsers leave it out. */
const DEFAULT_PORT = 80;

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Networks of containers and virtual machines, which no phone is in. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale)/;

/**
 * The address to listen on: the wanted one if it is this machine's, else the one in the local network.
 *
 * @throws UserError if the wanted one is not this machine's, or if it is in no network.
 */
export function chooseHost(wanted: string | undefined, interfaces: Interfaces = networkInterfaces()): string {
  const all = Object.entries(interfaces).flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, ...info })));
  if (wanted !== undefined) {
    const host = wanted === "localhost" ? "127.0.0.1" : wanted.replace(/^\[(.*)\]$/, "$1");
    if (host === "127.0.0.1" || host === "::1" || all.some(({ address }) => address === host)) return host;
    const own = all.map(({ address }) => address).filter((address) => !address.startsWith("fe80:"));
    throw new UserError(`--remote-host ${wanted}: not an address of this machine`, {
      hint: `its addresses are ${own.join(", ")}`,
    });
  }
  const usable = all.filter(
    ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
  );
  const found = usable.find(({ name }) => !VIRTUAL_INTERFACE.test(name)) ?? usable[0];
  if (found) return found.address;
  throw new UserError("this machine is in no local network", {
    hint: "on this machine alone: --remote-host 127.0.0.1",
  });
}

/** "192.168.1.5:8080", as it stands in an address and in the `Host` header. */
export function formatHost(host: string, port: number): string {
  const name = isIPv6(host) ? `[${host}]` : host;
  return port === DEFAULT_PORT ? name : `${name}:${port}`;
}
