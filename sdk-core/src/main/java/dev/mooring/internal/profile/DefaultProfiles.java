package dev.mooring.internal.profile;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Profiles;
import dev.mooring.profile.Recommendation;
import dev.mooring.profile.TransferEstimate;
import dev.mooring.profile.UseCase;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The profiles of the configuration, as they stand. */
public final class DefaultProfiles implements Profiles {
  private static final String RECOMMEND = "recommend a profile";

  private final Sessions sessions;

  /** The profiles of these regions. */
  public DefaultProfiles(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<ProfileOffer> list() {
    return sessions.all().stream().flatMap(s -> offers(s).stream()).toList();
  }

  @Override
  public List<ProfileOffer> list(String region) {
    return offers(sessions.require(region, "list profiles"));
  }

  @Override
  public Recommendation recommend(UseCase use) {
    return recommend(use, sessions.standard(RECOMMEND));
  }

  @Override
  public Recommendation recommend(UseCase use, String region) {
    return recommend(use, sessions.require(region, RECOMMEND));
  }

  @Override
  public TransferEstimate estimateTransfer(Capacity bytes, ProfileOffer from, ProfileOffer to) {
    return TransferTime.of(bytes, TransferEnd.of(from), TransferEnd.of(to));
  }

  @Override
  public TransferEstimate estimateTransfer(Capacity bytes, Volume from, Volume to) {
    return TransferTime.of(bytes, end(from), end(to));
  }

  private TransferEnd end(Volume volume) {
    return new TransferEnd(
        volume.ref().toString(),
        volume.region(),
        sessions.find(volume.region()).flatMap(session -> session.profile(volume.profile())));
  }

  private Recommendation recommend(UseCase use, RegionSession session) {
    return rank(use, session, looks(session));
  }

  private Recommendation rank(UseCase use, RegionSession session, List<ProfileOffer> offers) {
    return new Recommender(use, sessions.configuration().prices().currency())
        .rank(session.name(), offers);
  }

  /** The offers, each with the uses for which it is the first choice. */
  private List<ProfileOffer> offers(RegionSession session) {
    List<ProfileOffer> offers = looks(session);
    Map<String, List<UseCase>> first = new HashMap<>();
    for (UseCase use : UseCase.all()) {
      rank(use, session, offers)
          .bestIfAny()
          .ifPresent(
              best -> first.computeIfAbsent(best.name(), name -> new ArrayList<>()).add(use));
    }
    return offers.stream()
        .map(offer -> offer.withRecommendedFor(first.getOrDefault(offer.name(), List.of())))
        .toList();
  }

  private List<ProfileOffer> looks(RegionSession session) {
    return new OfferLook(sessions, session).all();
  }
}
