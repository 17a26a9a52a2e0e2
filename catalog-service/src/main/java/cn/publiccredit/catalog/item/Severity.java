package cn.publiccredit.catalog.item;

/** How grave a record is; NONE is for records that are no misconduct (国家发展改革委令第36号). */
enum Severity { NONE, MINOR, GENERAL, SERIOUS }
