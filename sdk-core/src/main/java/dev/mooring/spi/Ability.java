package dev.mooring.spi;

/** Marks the mix-ins that a backend may offer: small interfaces, one idea each. */
public interface Ability {}
