package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.filesystem.Share;

/** A share. */
public final class ShareJson {
  private ShareJson() {}

  /** A share. */
  public static ObjectNode of(Share share) {
    return Json.object()
        .put("id", share.id())
        .put("volume", share.volume().toString())
        .put("namespace", share.namespace())
        .put("claim", share.claim())
        .put("readOnly", share.readOnly())
        .put("state", share.state().name())
        .put("since", share.since().toString());
  }
}
