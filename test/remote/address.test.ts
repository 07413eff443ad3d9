import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { chooseHost, formatHost } from "../../src/remote/address.ts";

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:00",
  cidr: null,
  family: "IPv4",
  internal,
});
const MACHINE = {
  lo: [ipv4("127.0.0.1", true)],
  docker0: [ipv4("172.17.0.1")],
  wlan0: [ipv4("192.168.178.20")],
};

test("the address in the local network is taken, not that of containers", () => {
  expect(chooseHost(undefined, MACHINE)).toBe("192.168.178.20");
  expect(chooseHost(undefined, { docker0: MACHINE.docker0 })).toBe("172.17.0.1");
});

test("another address of the machine can be named, a foreign one cannot", () => {
  expect(chooseHost("172.17.0.1", MACHINE)).toBe("172.17.0.1");
  expect(chooseHost("localhost", MACHINE)).toBe("127.0.0.1");
  expect(chooseHost("[::1]", MACHINE)).toBe("::1");
  for (const foreign of ["8.8.8.8", "0.0.0.0", "example.com", ""])
    expect(() => chooseHost(foreign, MACHINE)).toThrow("not an address of this machine");
});

test("without a network it says so", () => {
  expect(() => chooseHost(undefined, { lo: MACHINE.lo })).toThrow("in no local network");
});

test("the host is written as browsers send it", () => {
  expect(formatHost("192.168.178.20", 8080)).toBe("192.168.178.20:8080");
  expect(formatHost("::1", 8080)).toBe("[::1]:8080");
  expect(formatHost("192.168.178.20", 80)).toBe("192.168.178.20");
});
