package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Callers;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import cn.publiccredit.support.work.LeasedWorker;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Import of a whole edition: staged by one person, approved by another. */
@RestController
class ImportController {

    private final Importing importing;
    private final Imports imports;
    private final VersionStore versions;
    private final LeasedWorker importWorker;
    private final ServiceSettings service;

    ImportController(Importing importing, Imports imports, VersionStore versions, LeasedWorker importWorker,
            ServiceSettings service) {
        this.importing = importing;
        this.imports = imports;
        this.versions = versions;
        this.importWorker = importWorker;
        this.service = service;
    }

    @PostMapping("/editions/imports")
    @AllowRoles(Role.CATALOG_EDITOR)
    ResponseEntity<ImportView> stage(@RequestBody JsonNode file) {
        EditionImport staged = importing.stage(file, caller());
        return shown(ResponseEntity.created(address(staged)), staged);
    }

    @GetMapping("/editions/imports")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    Page<ImportView> imports(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        String from = paging.cursor(1).map(Cursor::first).orElse("");
        return Page.of(imports.after(from, paging.limitPlusOne()), paging, shown -> Cursor.at(shown.id())).map(this::view);
    }

    @GetMapping("/editions/imports/{id}")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    ResponseEntity<ImportView> one(@PathVariable String id) {
        return shown(ResponseEntity.ok(), imports.require(id));
    }

    @PostMapping("/editions/imports/{id}/publish")
    @AllowRoles(Role.CATALOG_APPROVER)
    ResponseEntity<ImportView> publish(
            @PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditionImport staged = imports.require(id);
        if (staged.wasApprovedBy(Actor.of(caller()))) {
            return shown(ResponseEntity.accepted().location(address(staged)), staged);
        }
        EntityTag.require(ifMatch, staged.version());
        EditionImport approved = importing.approve(staged, caller());
        importWorker.wake();
        return shown(ResponseEntity.accepted().location(address(approved)), approved);
    }

    @PostMapping("/editions/imports/{id}/withdraw")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER})
    ResponseEntity<ImportView> withdraw(
            @PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditionImport staged = imports.require(id);
        EntityTag.require(ifMatch, staged.version());
        return shown(ResponseEntity.ok(), importing.withdraw(staged, caller()));
    }

    private URI address(EditionImport shown) {
        return URI.create(service.prefix() + "/editions/imports/" + shown.id());
    }

    private ResponseEntity<ImportView> shown(ResponseEntity.BodyBuilder answer, EditionImport shown) {
        return answer.cacheControl(CacheControl.noStore()).eTag(EntityTag.of(shown.version())).body(view(shown));
    }

    private ImportView view(EditionImport shown) {
        return ImportView.of(shown, switch (shown.state()) {
            case STAGED, WITHDRAWN -> 0;
            case PUBLISHED -> shown.pieces().size() - shown.stopped().size();
            case PUBLISHING -> versions.countOf(shown.origin());
        });
    }

    private static Caller caller() {
        return Callers.current().orElseThrow(CommonProblem.UNAUTHENTICATED::with);
    }
}
