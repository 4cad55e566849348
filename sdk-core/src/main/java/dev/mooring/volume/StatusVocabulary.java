package dev.mooring.volume;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of another platform for the status of a volume, and how they map to ours. A platform
 * that shows words of its own makes one with {@link #of}. Immutable.
 *
 * <p>Ours are finer than most: several of ours may be one of theirs, and one of theirs proves only
 * the least of ours. {@code docs/operations.md} has the table.
 */
public final class StatusVocabulary {
  /** PersistentVolumeClaims: {@code Pending}, {@code Bound}, {@code Lost}, {@code Terminating}. */
  public static final StatusVocabulary KUBERNETES =
      of(
              "kubernetes",
              Map.ofEntries(
                  Map.entry(VolumeStatus.PENDING, "Pending"),
                  Map.entry(VolumeStatus.PROVISIONING, "Pending"),
                  Map.entry(VolumeStatus.AVAILABLE, "Bound"),
                  Map.entry(VolumeStatus.ATTACHING, "Bound"),
                  Map.entry(VolumeStatus.ATTACHED, "Bound"),
                  Map.entry(VolumeStatus.DETACHING, "Bound"),
                  Map.entry(VolumeStatus.RESIZING, "Bound"),
                  Map.entry(VolumeStatus.SUSPENDED, "Bound"),
                  Map.entry(VolumeStatus.DELETING, "Terminating"),
                  // What is in the trash is a claim that stays bound.
                  Map.entry(VolumeStatus.DELETED, "Bound"),
                  Map.entry(VolumeStatus.FAILED, "Pending")))
          .reading("Pending", VolumeStatus.PENDING)
          .reading("Bound", VolumeStatus.AVAILABLE)
          .reading("Lost", VolumeStatus.FAILED)
          .reading("Released", VolumeStatus.DELETED)
          .reading("Failed", VolumeStatus.FAILED);

  /** OpenStack Cinder: {@code creating}, {@code available}, {@code in-use} and so on. */
  public static final StatusVocabulary OPENSTACK =
      of(
              "openstack",
              Map.ofEntries(
                  Map.entry(VolumeStatus.PENDING, "creating"),
                  Map.entry(VolumeStatus.PROVISIONING, "creating"),
                  Map.entry(VolumeStatus.AVAILABLE, "available"),
                  Map.entry(VolumeStatus.ATTACHING, "attaching"),
                  Map.entry(VolumeStatus.ATTACHED, "in-use"),
                  Map.entry(VolumeStatus.DETACHING, "detaching"),
                  Map.entry(VolumeStatus.RESIZING, "extending"),
                  Map.entry(VolumeStatus.SUSPENDED, "maintenance"),
                  Map.entry(VolumeStatus.DELETING, "deleting"),
                  Map.entry(VolumeStatus.DELETED, "deleting"),
                  Map.entry(VolumeStatus.FAILED, "error")))
          .reading("creating", VolumeStatus.PROVISIONING)
          .reading("deleting", VolumeStatus.DELETING)
          .reading("reserved", VolumeStatus.ATTACHING)
          .reading("error_deleting", VolumeStatus.DELETING)
          .reading("error_extending", VolumeStatus.RESIZING);

  /** Amazon EBS: {@code creating}, {@code available}, {@code in-use} and so on. */
  public static final StatusVocabulary AWS =
      of(
              "aws",
              Map.ofEntries(
                  Map.entry(VolumeStatus.PENDING, "creating"),
                  Map.entry(VolumeStatus.PROVISIONING, "creating"),
                  Map.entry(VolumeStatus.AVAILABLE, "available"),
                  Map.entry(VolumeStatus.ATTACHING, "in-use"),
                  Map.entry(VolumeStatus.ATTACHED, "in-use"),
                  Map.entry(VolumeStatus.DETACHING, "in-use"),
                  Map.entry(VolumeStatus.RESIZING, "in-use"),
                  Map.entry(VolumeStatus.SUSPENDED, "available"),
                  Map.entry(VolumeStatus.DELETING, "deleting"),
                  Map.entry(VolumeStatus.DELETED, "deleted"),
                  Map.entry(VolumeStatus.FAILED, "error")))
          .reading("creating", VolumeStatus.PROVISIONING)
          .reading("available", VolumeStatus.AVAILABLE)
          .reading("in-use", VolumeStatus.ATTACHED);

  /** Google Cloud disks: {@code CREATING}, {@code READY}, {@code DELETING} and so on. */
  public static final StatusVocabulary GOOGLE_CLOUD =
      of(
              "google-cloud",
              Map.ofEntries(
                  Map.entry(VolumeStatus.PENDING, "CREATING"),
                  Map.entry(VolumeStatus.PROVISIONING, "CREATING"),
                  Map.entry(VolumeStatus.AVAILABLE, "READY"),
                  Map.entry(VolumeStatus.ATTACHING, "READY"),
                  Map.entry(VolumeStatus.ATTACHED, "READY"),
                  Map.entry(VolumeStatus.DETACHING, "READY"),
                  Map.entry(VolumeStatus.RESIZING, "READY"),
                  Map.entry(VolumeStatus.SUSPENDED, "UNAVAILABLE"),
                  Map.entry(VolumeStatus.DELETING, "DELETING"),
                  Map.entry(VolumeStatus.DELETED, "DELETING"),
                  Map.entry(VolumeStatus.FAILED, "FAILED")))
          .reading("CREATING", VolumeStatus.PROVISIONING)
          .reading("READY", VolumeStatus.AVAILABLE)
          .reading("DELETING", VolumeStatus.DELETING)
          .reading("RESTORING", VolumeStatus.PROVISIONING);

  /** Platforms that tell of a life cycle: {@code READY}, {@code DESTROYED} and so on. */
  public static final StatusVocabulary LIFECYCLE =
      of(
              "lifecycle",
              Map.ofEntries(
                  Map.entry(VolumeStatus.PENDING, "PENDING"),
                  Map.entry(VolumeStatus.PROVISIONING, "CREATING"),
                  Map.entry(VolumeStatus.AVAILABLE, "READY"),
                  Map.entry(VolumeStatus.ATTACHING, "ATTACHING"),
                  Map.entry(VolumeStatus.ATTACHED, "IN_USE"),
                  Map.entry(VolumeStatus.DETACHING, "DETACHING"),
                  Map.entry(VolumeStatus.RESIZING, "UPDATING"),
                  Map.entry(VolumeStatus.SUSPENDED, "SUSPENDED"),
                  Map.entry(VolumeStatus.DELETING, "DESTROYING"),
                  Map.entry(VolumeStatus.DELETED, "DESTROYED"),
                  Map.entry(VolumeStatus.FAILED, "ERROR")))
          .reading("ACTIVE", VolumeStatus.AVAILABLE)
          .reading("AVAILABLE", VolumeStatus.AVAILABLE)
          .reading("DELETING", VolumeStatus.DELETING)
          .reading("DELETED", VolumeStatus.DELETED)
          .reading("FAILED", VolumeStatus.FAILED);

  private final String name;
  private final Map<VolumeStatus, String> words;
  private final Map<String, VolumeStatus> readings;

  private StatusVocabulary(
      String name, Map<VolumeStatus, String> words, Map<String, VolumeStatus> readings) {
    this.name = name;
    this.words = words;
    this.readings = readings;
  }

  /**
   * A vocabulary. Each of its words reads as the one of ours that it stands for; where it stands
   * for several, as the first in the order of {@link VolumeStatus}, unless {@link #reading} says
   * more.
   *
   * @param name what it is called, for people
   * @param words their word for each of ours
   * @throws IllegalArgumentException when one of ours has no word
   */
  public static StatusVocabulary of(String name, Map<VolumeStatus, String> words) {
    Map<VolumeStatus, String> all = new EnumMap<>(VolumeStatus.class);
    Map<String, VolumeStatus> readings = new LinkedHashMap<>();
    for (VolumeStatus status : VolumeStatus.values()) {
      String word = words.get(status);
      if (word == null || word.isBlank()) {
        throw new IllegalArgumentException("the vocabulary " + name + " has no word for " + status);
      }
      all.put(status, word);
      readings.putIfAbsent(plain(word), status);
    }
    return new StatusVocabulary(
        Objects.requireNonNull(name, "name"),
        Collections.unmodifiableMap(all),
        Collections.unmodifiableMap(readings));
  }

  /** The same, where one of their words reads as one of ours. */
  public StatusVocabulary reading(String word, VolumeStatus status) {
    Map<String, VolumeStatus> more = new LinkedHashMap<>(readings);
    more.put(plain(word), Objects.requireNonNull(status, "status"));
    return new StatusVocabulary(name, words, Collections.unmodifiableMap(more));
  }

  /** The vocabularies that Mooring knows. */
  public static List<StatusVocabulary> all() {
    return List.of(KUBERNETES, OPENSTACK, AWS, GOOGLE_CLOUD, LIFECYCLE);
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Their word for one of ours. */
  public String word(VolumeStatus status) {
    return Objects.requireNonNull(words.get(status), "status");
  }

  /**
   * What one of their words proves, in any case: {@code Bound} proves no more than {@link
   * VolumeStatus#AVAILABLE}, for a claim that is attached is bound as well. Empty for a word that
   * they do not have, or that is about no volume: a PersistentVolume that is {@code Available} is
   * nobody's yet.
   */
  public Optional<VolumeStatus> read(String word) {
    return Optional.ofNullable(readings.get(plain(word)));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
