package dev.mooring.testkit.history;

import java.util.Optional;
import java.util.Set;

/**
 * What a thing does when one operation happens at a time.
 *
 * @param <S> its states: immutable, equal when nothing tells them apart
 * @param <C> what can be asked
 * @param <A> what is answered
 */
public interface Model<S, C, A> {
  /** The state in which a history begins. */
  S initial();

  /**
   * The states that a call with this answer may lead to; none when this answer cannot come in this
   * state. Where the answer is not known, whatever the call may do.
   */
  Set<S> after(S state, C call, Optional<A> answer);
}
