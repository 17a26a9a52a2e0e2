/** Whom records are about: organisations, individual businesses and persons, by their identity. */
@NullMarked
package cn.publiccredit.subject.subjects;

import org.jspecify.annotations.NullMarked;
