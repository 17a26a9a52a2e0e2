/** The Kubernetes files: they build, name no field that does not exist, and give nobody more than is needed. */
@NullMarked
package cn.publiccredit.acceptance.kubernetes;

import org.jspecify.annotations.NullMarked;
