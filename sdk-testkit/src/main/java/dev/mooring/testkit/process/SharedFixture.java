package dev.mooring.testkit.process;

import dev.mooring.testkit.contract.BackendFixture;
import java.nio.file.Path;

/** A backend under test that other processes reach too. */
public interface SharedFixture extends BackendFixture {
  /**
   * A {@code mooring.yaml} of one region, through which every process reaches the same store. Its
   * standard profile of drives is {@link #profile()}, and its launch grace is longer than a test
   * takes.
   */
  Path configuration();

  /**
   * How many places hold bytes of an account's volumes, past the SDK: folders, or claims of the
   * cluster. As many as there are volumes, once they are made.
   */
  int places(String account);
}
