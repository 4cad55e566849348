package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.operation.Operation;

/** Finds operations by what a user typed. */
final class FoundOperation {
  private FoundOperation() {}

  /**
   * The operation with an id.
   *
   * @param verb what is to be done with it
   * @throws NotFoundException when there is none
   */
  static Operation<?> of(Cli cli, String verb, String id) {
    return cli.storage()
        .operations()
        .find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried(verb)
                        .on("operation " + id)
                        .because("there is no such operation")
                        .hint("a volume remembers its last 20: mooring drive describe NAME")));
  }
}
