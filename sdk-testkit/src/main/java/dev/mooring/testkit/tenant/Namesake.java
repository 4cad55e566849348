package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.VolumeFilter.where;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.testkit.Eventually;
import java.time.Duration;

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
  static Transcript lives(StorageClient me, Belongings theirs, String trashProfile) {
    Namesake namesake = new Namesake(me, theirs);
    CloudDrive drive = namesake.create(trashProfile);
    namesake.wait(drive);
    namesake.launch(drive);
    namesake.attach();
    namesake.remove(drive);
    return namesake.t;
  }

  /** Another size, profile and label than the other's drive of this name. */
  private CloudDrive create(String profile) {
    CreateDrive request =
        CreateDrive.named(word)
            .size(gb(2))
            .region(theirs.drive().region())
            .profile(profile)
            .label(Belongings.LABEL, word)
            .mountPath("/own");
    // How far it is before that depends on how quick the backend is, whoever else is there.
    CloudDrive drive =
        t.must(
            "CloudDrives.create(CreateDrive)",
            () -> me.cloudDrives().create(request).await(PATIENCE));
    t.step(
        "CloudDrives.create(String,UnaryOperator)",
        () -> me.cloudDrives().create(word, d -> request).await(PATIENCE));
    t.step("CloudDrives.plan(CreateDrive)", () -> me.cloudDrives().plan(request));
    t.step("CloudDrives.named(String)", () -> me.cloudDrives().named(word));
    t.step(
        "CloudDrives.list(VolumeFilter)",
        () -> me.cloudDrives().list(where().label(Belongings.LABEL, word)));
    return drive;
  }

  private void wait(CloudDrive drive) {
    t.step("CloudDrive.refresh()", drive::refresh);
    t.step("CloudDrive.await()", drive::await);
    t.step("CloudDrive.await(Duration)", () -> drive.await(PATIENCE));
    t.step("CloudDrive.await(Duration,Consumer)", () -> drive.await(PATIENCE, progress -> {}));
    Operation<?> creation = me.operations().find(drive.refresh().operation().id()).orElseThrow();
    t.step("Operation.poll()", creation::poll);
    t.step("Operation.await()", creation::await);
    t.step("Operation.await(Duration)", () -> creation.await(PATIENCE));
    t.step("Operation.await(Duration,Consumer)", () -> creation.await(PATIENCE, progress -> {}));
    t.run("Operation.cancel()", creation::cancel);
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
  }

  private void remove(CloudDrive drive) {
    t.step("CloudDrive.deleteWhenDetached()", drive::deleteWhenDetached);
    t.step("CloudDrive.delete()", () -> drive.delete().await(PATIENCE));
    t.step("CloudDrive.restore()", drive::restore);
    t.step("CloudDrive.purge()", () -> drive.purge().await(PATIENCE));
    t.step("CloudDrives.find(String)", () -> me.cloudDrives().find(word));
    t.step("StorageClient.recover()", me::recover);
  }
}
