-- condition: passwords.used
-- means:   passwords are used
-- asks:    Does anyone log in with a password?
-- needs:   accounts&ixit.1
SELECT 1 FROM auth_mechanism WHERE factor = 'password' LIMIT 1
