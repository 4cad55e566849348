/**
 * The contract that every backend passes: extend {@link
 * dev.mooring.testkit.contract.StorageContract} and give it a {@link
 * dev.mooring.testkit.contract.BackendFixture}. What a backend cannot do is asserted to be refused,
 * by the same set of capabilities that callers see; nothing is skipped.
 */
@NullMarked
package dev.mooring.testkit.contract;

import org.jspecify.annotations.NullMarked;
