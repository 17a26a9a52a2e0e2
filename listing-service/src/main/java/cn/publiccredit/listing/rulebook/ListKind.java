package cn.publiccredit.listing.rulebook;

/** What a list is for: honouring (守信激励), restraining (严重失信) or watching (重点关注). */
public enum ListKind {
    RED,
    BLACK,
    ATTENTION
}
