package cn.publiccredit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against a whole service on a random port, with a database of its own ({@link TestStore}), tokens that it accepts
 * ({@link TestIdentity}) and a clock that the test moves ({@link MovingClock}).
 *
 * <p>Take an {@link Api} for calls: {@code @Autowired Api api}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "credit.work.poll=50ms")
@ContextConfiguration(initializers = {TestStore.class, TestIdentity.class})
@Import(ServiceTestConfiguration.class)
public @interface ServiceTest {}
