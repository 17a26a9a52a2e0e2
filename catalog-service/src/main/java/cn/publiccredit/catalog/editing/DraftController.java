package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Callers;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts of every kind of content. */
@RestController
class DraftController {

    private final Drafts drafts;
    private final VersionStore store;
    private final Contents contents;
    private final ServiceSettings service;

    DraftController(Drafts drafts, VersionStore store, Contents contents, ServiceSettings service) {
        this.drafts = drafts;
        this.store = store;
        this.contents = contents;
        this.service = service;
    }

    @GetMapping("/drafts")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    Page<DraftView> drafts(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        String from = paging.cursor(1).map(Cursor::first).orElse("");
        return Page.of(store.drafts(from, paging.limitPlusOne()), paging, draft -> Cursor.at(draft.id())).map(DraftView::of);
    }

    @PostMapping(Kind.IN_PATH)
    @AllowRoles(Role.CATALOG_EDITOR)
    ResponseEntity<Shown<Versioned>> open(@PathVariable Kind kind, @RequestBody JsonNode body) {
        StoredVersion draft = drafts.open(kind, body, caller());
        URI location = URI.create(service.prefix() + "/" + kind.path() + "/" + draft.code() + "/draft");
        return shown(ResponseEntity.created(location), draft);
    }

    @GetMapping(Kind.IN_PATH + "/{code}/draft")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    ResponseEntity<Shown<Versioned>> draft(@PathVariable Kind kind, @PathVariable String code) {
        return shown(ResponseEntity.ok(), drafts.require(kind, code));
    }

    @PutMapping(Kind.IN_PATH + "/{code}/draft")
    @AllowRoles(Role.CATALOG_EDITOR)
    ResponseEntity<Shown<Versioned>> change(
            @PathVariable Kind kind, @PathVariable String code, @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        return shown(ResponseEntity.ok(), drafts.change(kind, code, body, ifMatch, ifNoneMatch, caller()));
    }

    /** Takes it back: then the draft is gone, and its editors draft anew. An approver who does not agree refuses it, with the reason. */
    @DeleteMapping(Kind.IN_PATH + "/{code}/draft")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER})
    ResponseEntity<Void> discard(
            @PathVariable Kind kind, @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        drafts.discard(kind, code, ifMatch, caller());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private ResponseEntity<Shown<Versioned>> shown(ResponseEntity.BodyBuilder answer, StoredVersion draft) {
        return answer.cacheControl(CacheControl.noStore()).eTag(draft.tag())
                .body(new Shown<>(contents.parse(draft), draft.state(), draft.retiredFrom()));
    }

    private static Caller caller() {
        return Callers.current().orElseThrow(CommonProblem.UNAUTHENTICATED::with);
    }
}
