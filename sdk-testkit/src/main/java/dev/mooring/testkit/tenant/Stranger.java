package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.VolumeFilter.where;
import static java.util.Objects.requireNonNull;

import dev.mooring.StorageClient;
import dev.mooring.access.Role;
import dev.mooring.admin.Admin;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditRequest;
import dev.mooring.adoption.AdoptVolume;
import dev.mooring.attachment.Attachments;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.attachment.TrainingLayout;
import dev.mooring.cost.Prices;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.StorageException;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.instance.Instances;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.Operations;
import dev.mooring.operation.Plan;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Profiles;
import dev.mooring.profile.Recommendation;
import dev.mooring.profile.UseCase;
import dev.mooring.region.Regions;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.Snapshots;
import dev.mooring.testkit.contract.Kind;
import dev.mooring.volume.VolumeRef;
import dev.mooring.volume.VolumeStatus;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** An account that has nothing, and tries everything on what another one has. */
final class Stranger {
  private final StorageClient me;
  private final Belongings theirs;
  private final Transcript t;

  private Stranger(StorageClient me, Belongings theirs) {
    this.me = me;
    this.theirs = theirs;
    this.t = new Transcript(theirs.word());
  }

  /** Tries everything, and returns what was seen. */
  static Transcript tries(StorageClient me, Belongings theirs) {
    Stranger stranger = new Stranger(me, theirs);
    stranger.drives();
    theirs.filesystems().forEach(stranger::filesystems);
    theirs.snapshots().forEach(stranger::snapshots);
    stranger.attachments(stranger.t.must("StorageClient.attachments()", me::attachments));
    stranger.launches(
        stranger.t.must("Attachments.to(Target)", () -> me.attachments().to(theirs.target())));
    stranger.instances(stranger.t.must("StorageClient.instances()", me::instances));
    stranger.operations(stranger.t.must("StorageClient.operations()", me::operations));
    stranger.watches();
    stranger.everythingElse();
    return stranger.t;
  }

  private void drives() {
    t.step("StorageClient.cloudDrives()", me::cloudDrives);
    volumes(Kind.DRIVE, "CloudDrives", theirs.drive());
  }

  private void filesystems(SharedFilesystem filesystem) {
    t.step("StorageClient.filesystems()", me::filesystems);
    volumes(Kind.FILESYSTEM, "SharedFilesystems", filesystem);
    t.step("Attachments.of(VolumeRef)", () -> me.attachments().of(filesystem.ref()));
    planned(
        "LaunchRequest.mount(Volume,String)",
        () -> me.attachments().to(theirs.target()).mount(filesystem, "/shared"));
  }

  private void snapshots(Snapshot snapshot) {
    Snapshots mine = t.must("StorageClient.snapshots()", me::snapshots);
    t.step("Snapshots.list()", mine::list);
    t.step("Snapshots.list(VolumeRef)", () -> mine.list(theirs.drive().ref()));
    t.step("Snapshots.find(String)", () -> mine.find(snapshot.id().value()));
    t.step("Snapshots.get(String)", () -> mine.get(snapshot.id().value()));
    t.step(
        "CloudDrives.plan(CreateSizedVolume)",
        () ->
            me.cloudDrives()
                .plan(CreateDrive.named(theirs.word()).from(snapshot).region(snapshot.region())));
    t.step(
        "CloudDrives.create(CreateSizedVolume)",
        () -> me.cloudDrives().create(CreateDrive.named(theirs.word()).from(snapshot)));
    t.step(
        "CloudDrives.create(CreateSizedVolume)",
        () -> me.cloudDrives().create(CreateDrive.named("copy").from(theirs.drive())));
  }

  private <V extends SizedVolume<V>, C extends CreateSizedVolume<C>> void volumes(
      Kind<V, C> kind, String type, V volume) {
    SizedVolumes<V, C> mine = kind.of(me);
    String name = volume.name();
    t.step(type + ".named(String)", () -> mine.named(name));
    t.step(type + ".named(String)", () -> mine.named(volume.id().value()));
    t.step(type + ".find(String)", () -> mine.find(name));
    t.step(type + ".find(String)", () -> mine.find(volume.ref().toString()));
    t.step(type + ".list()", mine::list);
    t.step(
        type + ".list(VolumeFilter)",
        () -> mine.list(where().label(Belongings.LABEL, theirs.word())));
    t.step(type + ".list(VolumeFilter)", () -> mine.list(where().region(volume.region())));
    t.step(type + ".list(VolumeFilter)", () -> mine.list(where().status(VolumeStatus.DELETED)));
    watches(type, mine);
    t.step(
        type + ".plan(CreateSizedVolume)",
        () -> mine.plan(kind.named(name).size(gb(2)).region(volume.region())));
    // The names are theirs: only what becomes of it may be compared.
    String claim = volume.backendDetails().getOrDefault("persistentVolumeClaim", name);
    String data = volume.backendDetails().getOrDefault("persistentVolume", name);
    AdoptVolume request = AdoptVolume.named("taken-over").region(volume.region());
    t.step(type + ".adopt(AdoptVolume)", () -> adopting(mine, request.claim(claim)));
    t.step(type + ".adopt(AdoptVolume)", () -> adopting(mine, request.persistentVolume(data)));
  }

  private static String adopting(SizedVolumes<?, ?> mine, AdoptVolume request) {
    try {
      return "adopted " + mine.adopt(request).name();
    } catch (StorageException e) {
      return e.code().name();
    }
  }

  private void watches() {
    List<String> heard = new CopyOnWriteArrayList<>();
    VolumeListener<SizedVolume<?>> listener = event -> heard.add(event.toString());
    VolumeWatch all =
        t.must(
            "StorageClient.watch(ResumeToken,VolumeListener)",
            () -> me.watch(ResumeToken.beginning(), listener));
    VolumeWatch later = t.must("StorageClient.watch(VolumeListener)", () -> me.watch(listener));
    t.run("VolumeWatch.close()", all::close);
    later.close();
    t.step("StorageClient.watch(ResumeToken,VolumeListener)", () -> heard);
  }

  private <V extends SizedVolume<V>> void watches(String type, SizedVolumes<V, ?> mine) {
    List<String> heard = new CopyOnWriteArrayList<>();
    VolumeListener<V> listener = event -> heard.add(event.toString());
    t.must(
            type + ".watch(ResumeToken,VolumeListener)",
            () -> mine.watch(ResumeToken.beginning(), listener))
        .close();
    t.must(type + ".watch(VolumeListener)", () -> mine.watch(listener)).close();
    t.step(type + ".watch(VolumeListener)", () -> heard);
  }

  private void attachments(Attachments attachments) {
    t.step("Attachments.of(VolumeRef)", () -> attachments.of(theirs.drive().ref()));
    t.step("Attachments.of(VolumeRef)", () -> attachments.of(VolumeRef.named(theirs.word())));
    t.step("Attachments.list()", attachments::list);
    TargetAttachments target =
        t.must("Attachments.of(Target)", () -> attachments.of(theirs.target()));
    t.step("TargetAttachments.list()", target::list);
    t.step("TargetAttachments.launch()", target::launch);
    t.step("TargetAttachments.attach(String,String)", () -> target.attach(theirs.word(), "/data"));
    t.step("TargetAttachments.detach(VolumeRef[])", () -> target.detach(theirs.drive().ref()));
    t.step("TargetAttachments.detachAll()", target::detachAll);
  }

  private void launches(LaunchRequest request) {
    VolumeRef ref = theirs.drive().ref();
    planned("LaunchRequest.mount(Volume)", () -> request.mount(theirs.drive()));
    planned("LaunchRequest.mount(Volume,String)", () -> request.mount(theirs.drive(), "/data"));
    planned("LaunchRequest.mount(String)", () -> request.mount(theirs.word()));
    planned("LaunchRequest.mount(String,String)", () -> request.mount(theirs.word(), "/data"));
    planned("LaunchRequest.mount(VolumeRef)", () -> request.mount(ref));
    planned("LaunchRequest.mount(VolumeRef,String)", () -> request.mount(ref, "/data"));
    planned("LaunchRequest.mountReadOnly(VolumeRef)", () -> request.mountReadOnly(ref));
    planned(
        "LaunchRequest.trainingLayout(TrainingLayout)",
        () -> request.trainingLayout(TrainingLayout.of(theirs.word(), theirs.word(), gb(1))));
    planned(
        "LaunchRequest.mountReadOnly(VolumeRef,String)", () -> request.mountReadOnly(ref, "/data"));
  }

  private void planned(String verb, Supplier<LaunchRequest> request) {
    LaunchRequest asked = t.must(verb, request);
    Plan<Launch> plan = t.step("LaunchRequest.plan()", asked::plan);
    if (plan != null) {
      t.step("Plan.requireNoWarnings()", plan::requireNoWarnings);
      t.step("Plan.apply()", plan::apply);
    }
  }

  private void instances(Instances instances) {
    t.step("Instances.named(String)", () -> instances.named(theirs.word()));
    t.step("Instances.find(String)", () -> instances.find(theirs.word()));
    t.step("Instances.list()", instances::list);
    t.step("Instances.launch(Launch)", () -> instances.launch(theirs.launch()));
    t.step(
        "Instances.launch(String,UnaryOperator)",
        () -> instances.launch(theirs.word(), r -> r.mount(theirs.word(), "/data")));
  }

  private void operations(Operations operations) {
    OperationId attached = theirs.launch().operationId();
    String unknown = "000000000000";
    List<String> ids =
        List.of(
            theirs.created().value(),
            attached.value(),
            theirs.created().value().replaceAll("[0-9a-f]{12}$", unknown),
            theirs.created().value().replaceAll("create-[0-9a-f]{12}$", "delete-" + unknown),
            attached.value().replaceAll("attach-[0-9a-f]{12}$", "detach-" + unknown));
    for (String id : ids) {
      t.step("Operations.find(String)", () -> operations.find(id));
      t.step("Operations.find(OperationId)", () -> operations.find(new OperationId(id)));
    }
    t.step("Operations.running()", operations::running);
  }

  private void everythingElse() {
    t.step("StorageClient.recover()", me::recover);
    t.step(
        "StorageClient.as(Owner)",
        () -> me.as(theirs.drive().owner()).cloudDrives().find(theirs.word()));
    t.step("StorageClient.configuration()", () -> me.configuration().account());
    t.step(
        "StorageClient.as(Owner,Role)",
        () -> me.as(theirs.drive().owner(), Role.ADMIN).cloudDrives().find(theirs.word()));
    Prices prices = t.must("StorageClient.prices()", me::prices);
    t.step("Prices.book()", () -> prices.book().currency());
    t.step(
        "Prices.estimate(VolumeRequest,Duration)",
        () -> prices.estimate(CreateDrive.named(theirs.word()).size(gb(2)), Duration.ofDays(1)));
    String region = theirs.drive().region();
    Regions regions = t.must("StorageClient.regions()", me::regions);
    t.step("Regions.quotas(String)", () -> regions.quotas(region).size());
    t.step("Regions.list()", () -> regions.list().size());
    t.step("Regions.named(String)", () -> regions.named(region).name());
    t.step("Regions.defaultRegion()", () -> regions.defaultRegion().name());
    t.step(
        "Regions.check()",
        () -> regions.check().stream().map(p -> p.name() + " " + p.outcome()).toList());
    Admin admin = t.must("StorageClient.admin()", me::admin);
    t.run("Admin.storageClasses()", () -> requireNonNull(admin.storageClasses()));
    t.run("Admin.storageClasses(String)", () -> requireNonNull(admin.storageClasses(region)));
    audits(admin, region);
    Profiles profiles = t.must("StorageClient.profiles()", me::profiles);
    t.step("Profiles.list()", () -> profiles.list());
    t.step("Profiles.list(String)", () -> profiles.list(region));
    t.step("Profiles.recommend(UseCase)", () -> best(profiles.recommend(UseCase.CHECKPOINTS)));
    t.step(
        "Profiles.recommend(UseCase,String)",
        () -> best(profiles.recommend(UseCase.CHECKPOINTS, region)));
    ProfileOffer offer = profiles.list(region).get(0);
    t.step(
        "Profiles.estimateTransfer(Capacity,ProfileOffer,ProfileOffer)",
        () -> profiles.estimateTransfer(gb(1), offer, offer));
    t.step(
        "Profiles.estimateTransfer(Capacity,Volume,Volume)",
        () -> profiles.estimateTransfer(gb(1), theirs.drive(), theirs.drive()).atMostIfKnown());
  }

  /** Both what is found and what may be done about it. */
  private void audits(Admin admin, String region) {
    t.step("Admin.audit()", () -> admin.audit().report().findings());
    Audit audit =
        t.step(
            "Admin.audit(AuditRequest)",
            () -> admin.audit(AuditRequest.everywhere().in(region).staleAfter(Duration.ZERO)));
    if (audit != null) {
      t.step("Audit.apply(String)", () -> audit.apply(theirs.word()));
    }
  }

  private static String best(Recommendation recommendation) {
    return recommendation.bestIfAny().map(option -> option.offer().profile().name()).orElse("none");
  }
}
