package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.VolumeFilter.where;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.drive.CloudDrive;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.instance.Instance;
import dev.mooring.maintenance.Maintenance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * An account that makes things of its own with the names of another's, and does with them all that
 * can be done. What is the other's must neither help nor hinder it.
 */
final class Namesake {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  private final StorageClient me;
  private final Belongings theirs;
  private final String word;
  private final Target target;
  private final Transcript t;

  private Namesake(StorageClient me, Belongings theirs) {
    this.me = me;
    this.theirs = theirs;
    this.word = theirs.word();
    this.target = Target.instance(word).region(theirs.drive().region());
    this.t = new Transcript(word);
  }

  /** Does everything, takes it away again, and returns what was seen. */
  static Transcript lives(StorageClient me, Belongings theirs) {
    Namesake namesake = new Namesake(me, theirs);
    CloudDrive drive = namesake.create(Kind.DRIVE, "CloudDrive", theirs.word());
    namesake.wait("CloudDrive", drive);
    namesake.snapshots("CloudDrive", drive);
    namesake.launch(drive);
    namesake.attach();
    namesake.remove(Kind.DRIVE, "CloudDrive", drive);
    if (!theirs.filesystems().isEmpty()) {
      SharedFilesystem filesystem =
          namesake.create(Kind.FILESYSTEM, "SharedFilesystem", theirs.filesystems().get(0).name());
      namesake.wait("SharedFilesystem", filesystem);
      namesake.snapshots("SharedFilesystem", filesystem);
      namesake.share(filesystem);
      namesake.shareElsewhere(filesystem);
      namesake.remove(Kind.FILESYSTEM, "SharedFilesystem", filesystem);
    }
    namesake.t.step("StorageClient.recover()", me::recover);
    Maintenance maintenance = namesake.t.must("StorageClient.maintenance()", me::maintenance);
    namesake.t.step("Maintenance.run()", () -> maintenance.run().failed());
    return namesake.t;
  }

  /** Another size, profile and label than the other's volume of this name. */
  private <V extends SizedVolume<V>, C extends CreateSizedVolume<C>> V create(
      Kind<V, C> kind, String type, String name) {
    SizedVolumes<V, C> mine = kind.of(me);
    C request =
        kind.named(name)
            .size(gb(2))
            .region(theirs.drive().region())
            .profile(kind.kept())
            .label(Belongings.LABEL, word)
            .mountPath("/own");
    // How far it is before that depends on how quick the backend is, whoever else is there.
    V volume =
        t.must(type + "s.create(CreateSizedVolume)", () -> mine.create(request).await(PATIENCE));
    t.step(
        type + "s.create(String,UnaryOperator)",
        () -> mine.create(name, d -> request).await(PATIENCE));
    t.step(type + "s.plan(CreateSizedVolume)", () -> mine.plan(request));
    t.step(type + "s.named(String)", () -> mine.named(name));
    t.step(type + "s.list(VolumeFilter)", () -> mine.list(where().label(Belongings.LABEL, word)));
    return volume;
  }

  private <V extends SizedVolume<V>> void wait(String type, V volume) {
    t.step(type + ".refresh()", volume::refresh);
    // What the backend told on the way depends on how quick it was.
    t.step(type + ".describe()", () -> volume.describe().findings());
    // How much is used depends on when the backend measured it.
    t.step(
        type + ".usage()", () -> volume.usage().map(usage -> "some").or(() -> Optional.of("some")));
    t.step(type + ".used()", () -> volume.used().map(used -> "some").or(() -> Optional.of("some")));
    t.step(type + ".health()", () -> volume.health().state());
    t.step(type + ".await()", volume::await);
    t.step(type + ".await(Duration)", () -> volume.await(PATIENCE));
    t.step(type + ".await(Duration,Consumer)", () -> volume.await(PATIENCE, progress -> {}));
    Operation<?> creation = me.operations().find(volume.refresh().operation().id()).orElseThrow();
    t.step("Operation.poll()", creation::poll);
    t.step("Operation.await()", creation::await);
    t.step("Operation.await(Duration)", () -> creation.await(PATIENCE));
    t.step("Operation.await(Duration,Consumer)", () -> creation.await(PATIENCE, progress -> {}));
    t.run("Operation.cancel()", creation::cancel);
    t.step(type + ".planResize(Capacity)", () -> volume.planResize(gb(3)));
    t.step(type + ".resize(Capacity)", () -> volume.resize(gb(3)).await(PATIENCE));
  }

  /** Of the names of the other's, and from the other's. */
  private <V extends SizedVolume<V>> void snapshots(String type, V volume) {
    Snapshot mine = t.step(type + ".snapshot(String)", () -> volume.snapshot(word).await(PATIENCE));
    t.step(type + ".snapshots()", volume::snapshots);
    if (mine == null) {
      return;
    }
    t.step(type + ".snapshot()", () -> volume.snapshot().await(PATIENCE).status());
    t.step("Snapshot.refresh()", mine::refresh);
    t.step("Snapshots.list(VolumeRef)", () -> me.snapshots().list(volume.ref()).count());
    t.step("Snapshot.verify()", () -> mine.verify().outcome());
    t.step("Snapshot.verify(Duration)", () -> mine.verify(PATIENCE).files());
    t.step("Snapshot.delete()", () -> mine.delete().await(PATIENCE));
    me.snapshots().list().forEach(left -> left.delete().await(PATIENCE));
    t.step("Snapshots.list()", () -> me.snapshots().list());
  }

  /** Into a namespace that is not there, where the backend has any. */
  private void shareElsewhere(SharedFilesystem filesystem) {
    t.step(
        "SharedFilesystem.share(ShareRequest)",
        () -> filesystem.share(ShareRequest.into("nowhere")).await(PATIENCE).readOnly());
    t.step("SharedFilesystem.shares()", filesystem::shares);
  }

  /** In an instance of the other's name, beside the other's own. */
  private void share(SharedFilesystem filesystem) {
    t.step(
        "LaunchRequest.mount(Volume,String)",
        () -> me.attachments().to(target).mount(filesystem, "/own").plan().apply().mounts());
    t.step("Attachments.of(VolumeRef)", () -> me.attachments().of(filesystem.ref()));
    t.step("SharedFilesystem.refresh()", filesystem::refresh);
    t.step("SharedFilesystem.describe()", () -> filesystem.describe().findings());
    t.step(
        "TargetAttachments.detachAll()",
        () -> me.attachments().of(target).detachAll().await(PATIENCE));
  }

  private void launch(CloudDrive drive) {
    LaunchRequest begun = me.attachments().to(target);
    t.step(
        "LaunchRequest.mount(Volume,String)",
        () -> begun.mount(theirs.drive(), "/stolen").plan().violations());
    LaunchRequest request =
        t.must(
            "LaunchRequest.scratch(Capacity,String)",
            () -> begun.mount(drive).scratch(gb(1), "/scratch"));
    Plan<Launch> plan = t.must("LaunchRequest.plan()", request::plan);
    Launch launch = t.must("Plan.apply()", plan::apply);
    t.must("Launch.renew()", launch::renew);
    t.step("Attachments.of(VolumeRef)", () -> me.attachments().of(drive.ref()));
    t.step("Attachments.list()", () -> me.attachments().list());
    t.step("TargetAttachments.launch()", () -> me.attachments().of(target).launch());
    Instance instance =
        me.instances().launch(me.attachments().of(target).launch().orElseThrow()).await(PATIENCE);
    t.step("Instances.named(String)", () -> me.instances().named(word));
    t.step("Instances.list()", () -> me.instances().list());
    t.step("Instance.refresh()", instance::refresh);
    t.step("Instance.await()", instance::await);
    t.step("Instance.await(Duration)", () -> instance.await(PATIENCE));
    t.step("Instance.path(String)", () -> instance.path("/own"));
    t.step("Instance.path(String)", () -> instance.path("/data"));
    t.step("Instance.exec(String[])", () -> instance.exec("test", "-e", "/data/mark"));
    t.step("Instance.exec(Duration,String[])", () -> instance.exec(PATIENCE, "true"));
    t.run("Instance.stop()", instance::stop);
    t.step("Operations.running()", () -> me.operations().running());
  }

  private void attach() {
    TargetAttachments attachments = me.attachments().of(target);
    t.step("TargetAttachments.detachAll()", () -> attachments.detachAll().await(PATIENCE));
    t.step(
        "TargetAttachments.attach(String,String)",
        () -> attachments.attach(word, "/own").await(PATIENCE));
    t.step("TargetAttachments.list()", attachments::list);
    t.step(
        "TargetAttachments.detach(VolumeRef[])",
        () -> attachments.detach(theirs.drive().ref()).await(PATIENCE));
    t.step(
        "LaunchRequest.createDrive(String,Capacity,String)",
        () -> me.attachments().to(target).createDrive(word, gb(1), "/own").plan());
    t.step(
        "LaunchRequest.createFilesystem(String,Capacity,String)",
        () -> me.attachments().to(target).createFilesystem("own", gb(1), "/fs").plan().changes());
  }

  private <V extends SizedVolume<V>, C extends CreateSizedVolume<C>> void remove(
      Kind<V, C> kind, String type, V volume) {
    t.step(type + ".protect()", volume::protect);
    t.step(type + ".delete()", () -> volume.delete().await(PATIENCE));
    t.step(type + ".unprotect()", volume::unprotect);
    // What the backend tells of its data has ids of its own.
    t.step(type + ".planDelete()", () -> volume.planDelete().violations());
    t.step(type + ".planPurge()", () -> volume.planPurge().violations());
    t.step(type + ".deleteWhenDetached()", volume::deleteWhenDetached);
    t.step(type + ".delete()", () -> volume.delete().await(PATIENCE));
    t.step(type + ".restore()", volume::restore);
    t.step(type + ".purge()", () -> volume.purge().await(PATIENCE));
    t.step(type + ".release()", () -> volume.release().await(PATIENCE));
    t.step(type + "s.find(String)", () -> kind.of(me).find(volume.name()));
  }
}
